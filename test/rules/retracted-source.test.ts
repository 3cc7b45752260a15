import { describe, expect, it } from 'vitest'
import rule from '../../rules/retracted-source.ts'
import type { Project } from '../../src/post/types.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const project: Project = {
  retractions: {
    '10.5555/ret1': { status: 'retracted', date: '2026-03-02', notice: '10.5555/n1', asOf: '2026-05-20' },
    '10.5555/eoc1': { status: 'concern', date: '2026-04-01', asOf: '2026-05-20' },
    '10.5555/old': { status: 'retracted', asOf: '2025-01-01' },
    '29123456': { status: 'retracted', asOf: '2026-05-20' },
  },
}
const page = (text: string, ...entries: string[]) =>
  `# Sleep\n\n${text}\n\n## References\n\n${entries.map((entry, index) => `${index + 1}. ${entry}`).join('\n')}\n`
const ENTRY = 'Ostrov L. Sleep and tea in adults. J Sleep. 2016;4:1-9.'

describe('retracted-source', () => {
  it('reports the identifier of a retracted work with date and notice', () => {
    const [message] = expectReports(rule, page('Tea helps [1].', `${ENTRY} ⟦https://doi.org/10.5555/RET1⟧`), { project })
    expect(message!.message).toBe('Replace this source: it was retracted on 2026-03-02 (10.5555/n1).')
    expect(message!.severity).toBe('error')
    expectReports(rule, page('Tea helps [1].', `${ENTRY} PMID: ⟦29123456⟧`), { project })
    expectReports(rule, page('Tea helps [1].', `${ENTRY} [DOI](⟦https://doi.org/10.5555/ret1⟧)`), { project })
  })

  it('reports links in the text', () => {
    const [message] = expectReports(rule, '# Sleep\n\nTea helps ([trial](⟦https://doi.org/10.5555/eoc1⟧)).\n', { project })
    expect(message!.severity).toBe('warn')
    expect(message!.message).toBe('Check this source: its journal published an expression of concern on 2026-04-01.')
    expect(
      lint(rule, '# Sleep\n\nTea helps ([trial](https://doi.org/10.5555/eoc1)).\n', { project, options: { concern: 'info' } })[0]!
        .severity,
    ).toBe('info')
  })

  it('knows other identifiers of the work from the id map, in both directions', () => {
    const idMap = { pmc7654321: '10.5555/ret1', '10.5555/k9': '29123456' }
    expectReports(rule, page('Tea helps [1].', `${ENTRY} ⟦PMC7654321⟧`), { project: { ...project, idMap } })
    expectReports(rule, page('Tea helps [1].', `${ENTRY} doi:⟦10.5555/k9⟧`), { project: { ...project, idMap } })
    const reversed = { '10.5555/ret1': 'pmid:31000001' }
    expectReports(rule, page('Tea helps [1].', `${ENTRY} PMID: ⟦31000001⟧`), { project: { ...project, idMap: reversed } })
  })

  it('makes an info of notices from an old data set', () => {
    const text = page('Tea helps [1].', `${ENTRY} doi:10.5555/old`)
    const [message] = lint(rule, text, { project })
    expect([message!.severity, message!.note]).toEqual(['info', 'The notice is of a data set of 2025-01-01: renew it.'])
    expect(lint(rule, text, { project, options: { maxSnapshotAgeDays: 1000 } })[0]!.severity).toBe('error')
  })

  it.each(['RETRACTED', 'WITHDRAWN', 'Retracted'])('reports a title marked %s, without data', (mark) => {
    const [message] = expectReports(rule, page('Light helps [1].', `Bell A. ⟦${mark}⟧: Effect of light. J Mood. 2016;4:1-9.`))
    expect(message!.message).toBe(`Replace this source: its title says "${mark}".`)
    expectReports(rule, page('Light helps [1].', `Bell A. ⟦${mark}⟧ ARTICLE: Effect of light. J Mood. 2016;4:1-9.`))
  })

  it('reports a work once, by its notice', () => {
    const text = page('Tea helps [1].', 'Ostrov L. RETRACTED: Sleep and tea. J Sleep. 2016;4:1-9. doi:10.5555/ret1')
    expect(lint(rule, text, { project }).map(({ messageId }) => messageId)).toEqual(['retracted'])
  })

  it.each([
    ['The trial was later retracted [1].', `${ENTRY} doi:10.5555/ret1`],
    ['Tea helps [1].', `${ENTRY} doi:10.5555/ret1 [retracted]`],
    ['Tea helps [1].', `${ENTRY} doi:10.5555/ret1 Retraction in: J Sleep. 2018;6:10.`],
    ['Tea helps [1].', `${ENTRY} doi:10.5555/other`],
    ['Tea helps [1].', 'Bell A. Retraction: Effect of light. J Mood. 2018;6:10.'],
    ['Tea helps [1].', 'Bell A. Withdrawn children at school: a cohort. J Mood. 2018;6:10.'],
  ])('is silent: %s / %s', (text, entry) => expectSilent(rule, page(text, entry), { project, strict: true }))

  it('is silent on a link whose sentence tells of the retraction', () =>
    expectSilent(rule, '# Sleep\n\nThe [trial](https://doi.org/10.5555/ret1) was retracted.\n', { project, strict: true }))

  it('says nothing of works when there are no data', () =>
    expectSilent(rule, page('Tea helps [1].', `${ENTRY} doi:10.5555/ret1`), { strict: true }))
})
