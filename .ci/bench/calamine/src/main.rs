// Reads workbooks with calamine: xlsx by its stream of cells, xls as a range; see own.go.
use calamine::{open_workbook, DataRef, Data, Reader, Xls, Xlsx};

fn main() {
    let (mut cells, mut texts, mut sum) = (0u64, 0u64, 0f64);
    for name in std::env::args().skip(1) {
        if name.ends_with(".xls") {
            let mut book: Xls<_> = open_workbook(&name).expect("open");
            let sheet = book.sheet_names()[0].clone();
            let range = book.worksheet_range(&sheet).expect("sheet");
            for (_, col, v) in range.used_cells() {
                cells += 1;
                match v {
                    Data::Float(f) => { if col >= 4 { sum += f } }
                    Data::Int(i) => { if col >= 4 { sum += *i as f64 } }
                    _ => texts += 1,
                }
            }
            continue;
        }
        let mut book: Xlsx<_> = open_workbook(&name).expect("open");
        let sheet = book.sheet_names()[0].clone();
        let mut reader = book.worksheet_cells_reader(&sheet).expect("sheet");
        while let Some(cell) = reader.next_cell().expect("cell") {
            let col = cell.get_position().1;
            match cell.get_value() {
                DataRef::Empty => {}
                DataRef::Float(f) => { cells += 1; if col >= 4 { sum += f } }
                DataRef::Int(i) => { cells += 1; if col >= 4 { sum += *i as f64 } }
                _ => { cells += 1; texts += 1 }
            }
        }
    }
    println!("{cells} {texts} {sum:.2}");
}
