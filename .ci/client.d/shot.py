"""A picture of the page of a dataset in Superset. usage: shot.py BASE OUT.png DATASET"""
import shutil
import sys

from playwright.sync_api import sync_playwright

base, out, dataset = sys.argv[1:4]
with sync_playwright() as p:
    browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1200, "height": 700})
    page.goto(base + "/login/")
    page.wait_for_selector("input[type=password]", timeout=60000)
    page.locator("input[type=text]:visible, #username").first.fill("admin")
    page.locator("input[type=password]").first.fill("admin")
    page.keyboard.press("Enter")
    page.wait_for_timeout(4000)
    page.goto(f"{base}/explore/?datasource_type=table&datasource_id={dataset}")
    page.wait_for_timeout(9000)
    page.screenshot(path=out)
    text = page.inner_text("body")
    browser.close()
if "rd_intensity" not in text:
    sys.exit("the page does not name the dataset rd_intensity:\n" + text[:500])
