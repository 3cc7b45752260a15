/** What a rich editor shows is read with its structure: headings, lists, tables, links and quotes count, code does not. */
import assert from 'node:assert/strict'
import { highlightsOn, until, watchTab } from './watch.mjs'

const HTML = `
<h2>Doses</h2>
<p>Take <code>.5 mg</code> as the label says, or <b>.6</b> mg of the <i>other</i>.<br>A second line with .7 mg of it.</p>
<pre>Take .8 mg of this code.</pre>
<ul><li>First .1 mg a day.</li><li>Then:<ol><li>Take .2 mg a day.</li></ol></li></ul>
<blockquote><p>Take .3 mg, they said.</p></blockquote>
<table><tbody><tr><th>Form</th><th>Dose</th></tr><tr><td>Tablet</td><td>.4 mg a day</td></tr></tbody></table>
<p>Magnesium lowers blood pressure in adults (<a href="https://pubmed.ncbi.nlm.nih.gov/27402922/">Zhang 2016</a>).</p>
<h5>A heading too deep</h5>
<p>\u200BThis cures pain.</p>
<p><br></p>`

export async function testStructure(browser, { url }) {
  const page = await browser.context.newPage()
  await page.goto(`${url}contenteditable`)
  const watch = await watchTab(browser, page)
  await page.evaluate((html) => {
    document.querySelector('#editor').innerHTML = html
  }, HTML)
  const report = await watch.report('findings', ({ state, findings }) => state === 'ready' && findings.length > 5)
  const doses = report.findings
    .filter(({ message }) => message.rule === 'dose-decimal')
    .map(({ excerpt }) => excerpt.replace(/ mg$/, ''))
  assert.deepEqual(
    doses.toSorted(),
    ['.1', '.2', '.4', '.6', '.7'],
    'prose of every kind is read; code and the words of others are not',
  )
  assert.equal(report.claims.cited, 1, 'a link is a citation with its address')
  assert.ok(
    report.findings.some(({ message }) => message.rule === 'heading-style'),
    'headings have their levels',
  )
  await until('words behind an invisible character are underlined', async () =>
    (await highlightsOn(page)).some(({ words }) => words === 'cures'),
  )
  console.log('structure: passed')
  await watch.close()
  await page.close()
}
