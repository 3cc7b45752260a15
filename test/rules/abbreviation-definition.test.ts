import { describe, expect, it } from 'vitest'
import rule from '../../rules/abbreviation-definition.ts'
import type { Message } from '../../src/lint/types.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const strict = true

function accept(text: string, message: Message | undefined): string {
  const [edit] = message!.suggestions[0]!.edits
  return text.slice(0, edit!.start) + edit!.text + text.slice(edit!.end)
}

describe('an abbreviation that is never written out', () => {
  it('is reported at its first use only', () => {
    const [message] = expectReports(rule, '⟦GORD⟧ is common after large meals. GORD hurts.')
    expect(message!.message).toBe('Write out "GORD" at first use.')
    expect(message!.severity).toBe('warn')
    expect(message!.fix).toBeNull()
  })

  it('is reported although the title of a cited work holds it too', () => {
    expectReports(rule, 'Read [more on GORD in older patients](https://pubmed.ncbi.nlm.nih.gov/1234567/).\n\nMy ⟦GORD⟧ hurts.')
  })

  it('is written out by a suggestion when the data know one expansion', () => {
    const text = 'The AKI was mild.'
    const [message] = lint(rule, text)
    expect(accept(text, message)).toBe('The acute kidney injury (AKI) was mild.')
    expect(lint(rule, 'The GQXD was mild.')[0]!.suggestions).toEqual([])
  })

  it('is a hint only on a page that is written for colleagues', () => {
    const list = ['AKI', 'GORD', 'TMJ', 'VAS', 'PEFR', 'LVEF', 'RVSP', 'TAPSE', 'PASP']
    const nine = lint(rule, list.map((short) => `The ${short} was noted in the chart.`).join(' '))
    expect(nine.map(({ severity }) => severity)).toEqual(list.map(() => 'info'))
  })

  it.each([
    'Ask for an MRI.',
    'She has HIV and her DNA was tested.',
    'BRCA1 and the SRY gene were tested.',
    'People with XXXY chromosomes.',
    'Grade III or IV and stage II.',
    'Do NOT stop it and NEVER double it.',
    'Anna Poe, ABCD, wrote this.',
    'Dr. Ganga SS wrote this.',
    'The variant JN.1 spread.',
    'A paper in GQXD Letters and RFK Jr. said so.',
    'The GORD-2 study and the GORD trial.',
    'See [GORD](https://example.org/gord).',
    'The code `GORD` and https://example.org/GORD are no text.',
    '# GORD AND YOU\n\nRest.',
    'Rest.\n\n## References\n\n1. Poe A. GORD. J GORD. 2020.',
    'MH Poe - G Roe. Reflux at night.',
    'Avoid NSAIDS and other painkillers before the test.',
    'The repeats of CAG were counted in the gene.',
    'The cut site NNGRRT is rare.',
    'They met at the GQXD Annual Meeting.',
    'Read [more on GQXD in older patients](https://pubmed.ncbi.nlm.nih.gov/1234567/).',
    '| Source | Year |\n|---|---|\n| Trends of GQXD in adults | 2020 |',
    'Take metformin XR at night, and Qumbrex WR in the morning.',
    'Explainable AI (XAI) is new. We use XAI here.',
    'Values of GQXD and QZXD fell.\n\nGQXD: any first thing; QZXD: the other; ZZQD: a third.',
  ])('is not: %s', (text) => expectSilent(rule, text, { strict }))

  it.each([
    'Scans of the default mode network were repeated.\n\nThe DMN was calm.',
    '# Peptide receptor radionuclide therapy\n\nThe course of PRRT is short.',
    '---\ntitle: Fully developed claims\n---\n\nWe take it from the FDC line.',
    'The renin-angiotensin-aldosterone system reacts.\n\n| RAAS | Effect |\n|---|---|\n| RAAS blocker | strong |',
    'Ovarian hyperstimulation syndrome is rare.\n\n| Risk | Rate |\n|---|---|\n| OHSS | low |',
  ])('is not, when its words stand before it: %s', (text) => expectSilent(rule, text, { strict }))

  it.each([
    'The ⟦DMN⟧ was calm. The default mode network rests.',
    'Drugs, mostly new, were used. The ⟦DMN⟧ was calm.',
    'It will pass through the wall. The ⟦PTT⟧ rose.',
    'The temporal mandible joint hurts in some.\n\nThe ⟦TJ⟧ clicks.',
  ])('is, when other words stand before it: %s', (text) => {
    expectReports(rule, text)
  })

  it('depends on the audience', () => {
    expectReports(rule, 'Repeat the ⟦INR⟧ now.')
    expectReports(rule, 'Repeat the ⟦INR⟧ now.', { audience: 'patient' })
    expectSilent(rule, 'Repeat the INR now.', { audience: 'clinician', strict })
  })

  it('can be allowed', () => expectSilent(rule, 'GORD is common.', { options: { allow: ['GORD'] }, strict }))
})

describe('a definition', () => {
  it.each([
    'The temporomandibular joint (TMJ) is a hinge. The TMJ clicks.',
    'The TMJ (temporomandibular joint) is a hinge. The TMJ clicks.',
    'The temporomandibular joint, or TMJ, is a hinge. The TMJ clicks.',
    'TMJ stands for temporomandibular joint. The TMJ clicks.',
    'Take non-steroidal anti-inflammatory drugs (NSAIDs). An NSAID can upset the stomach.',
    'Take a nonsteroidal drug (NSAID) only if the NSAID is safe.',
    '## Irritable bowel syndrome (IBS)\n\nIBS is common.',
    '## Temporomandibular joint (TMJ)\n\nThe TMJ clicks.',
    'The **temporomandibular joint** (**TMJ**) is a hinge. The TMJ clicks.',
    'The joint (“TMJ”) is a hinge. The TMJ clicks.',
  ])('makes an abbreviation fine: %s', (text) => expectSilent(rule, text, { strict }))

  it('that comes late is reported at the first use', () => {
    const text = 'The TMJ clicks. The temporomandibular joint (TMJ) is a hinge.'
    const [message] = expectReports(rule, 'The ⟦TMJ⟧ clicks. The temporomandibular joint (TMJ) is a hinge.')
    expect(message!.message).toBe('Write out "TMJ" at first use, not later.')
    expect(message!.related.map(({ start, end }) => text.slice(start, end))).toEqual(['TMJ'])
    expect(accept(text, message)).toBe('The temporomandibular joint (TMJ) clicks. The temporomandibular joint (TMJ) is a hinge.')
  })

  it('is not late when only a heading or a table used the abbreviation before', () => {
    expectSilent(rule, '## The TMJ\n\nThe temporomandibular joint (TMJ) is a hinge. The TMJ clicks.', { strict })
    expectSilent(rule, '| Part |\n| --- |\n| TMJ |\n\nThe temporomandibular joint (TMJ) is a hinge. The TMJ clicks.', { strict })
  })

  it('that is repeated is reported where it is repeated', () => {
    const marked = 'The temporomandibular joint (TMJ) is a hinge. The temporomandibular joint (⟦TMJ⟧) clicks.'
    const [message] = expectReports(rule, marked)
    expect(message!.severity).toBe('info')
    expect(accept(marked.replace(/[⟦⟧]/g, ''), message)).toBe('The temporomandibular joint (TMJ) is a hinge. The TMJ clicks.')
  })

  it('may be repeated in a bold label', () => {
    expectSilent(
      rule,
      'The temporomandibular joint (TMJ) is a hinge. The TMJ clicks.\n\n- **Temporomandibular joint (TMJ):** a hinge.',
      { strict },
    )
  })

  it('that nobody uses is reported at the definition, as info', () => {
    const marked = 'Pain was scored on the visual analogue scale (⟦VAS⟧).'
    const [message] = expectReports(rule, marked)
    expect(message!.message).toBe('Remove "(VAS)": it is not used again.')
    expect(message!.severity).toBe('info')
    expect(accept(marked.replace(/[⟦⟧]/g, ''), message)).toBe('Pain was scored on the visual analogue scale.')
  })

  it.each([
    'He has the human immunodeficiency virus (HIV).',
    '- Trichloroethylene compound group (TCG)\n- Benzene',
    '- **Directly observed therapy (DOT):** someone watches.',
    'See the [substance misuse programme (SMP) page](https://example.org/smp).',
  ])('may stay unused: %s', (text) => expectSilent(rule, text, { strict }))
})

describe('options', () => {
  it('minUses sets how often a defined abbreviation must be used', () => {
    const text = 'The visual analogue scale (VAS) is a line. The VAS is ten centimetres long.'
    expectSilent(rule, text, { strict })
    expectReports(rule, text.replace('(VAS)', '(⟦VAS⟧)'), { options: { minUses: 2 } })
    expectSilent(rule, 'The visual analogue scale (VAS) is a line.', { options: { minUses: 0 }, strict })
  })

  it('scope "section" asks for a definition in each section, and offers the one of the page', () => {
    const text = '## Tests\n\nA pulmonary fitness test (PFT) takes an hour. The PFT is free.\n\n## Results\n\nYour PFT is fine.'
    expectSilent(rule, text, { strict })
    const [message] = expectReports(rule, text.replace('Your PFT', 'Your ⟦PFT⟧'), { options: { scope: 'section' } })
    expect(message!.suggestions[0]!.title).toBe('Write "pulmonary fitness test (PFT)"')
  })
})
