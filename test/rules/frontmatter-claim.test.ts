import { describe, expect, it } from 'vitest'
import rule from '../../rules/frontmatter-claim.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

const page = (line: string, body = 'Text about health.') => `---\n${line}\n---\n\n${body}\n`
const LIST = '\n\n## References\n\n1. Park S. A trial. J Health. 2019;4(2):11-15.'

describe('frontmatter-claim', () => {
  it.each([
    page('title: ⟦Turmeric Reverses Arthritis⟧'),
    page('description: ⟦Trials confirm that laser caps regrow hair⟧'),
    page('description: ⟦Why the actress Mira Dell swears by our retinal serum⟧'),
    page('title: "Our guide: ⟦magnesium prevents migraine⟧"'),
    page('description: We tested it. ⟦Zinc lozenges shorten colds⟧. Read on.'),
    page('title: ⟦Honey is the best remedy for a cough⟧'),
    page('description: ⟦Why walking can delay dementia⟧ | My Clinic'),
    page('ogTitle: ⟦Poor sleep causes depression⟧'),
  ])('reports %s', (text) => void expectReports(rule, text))

  it.each([
    page('title: What trials say about zinc lozenges'),
    page('title: Does melatonin help with jet lag?', `It may help some travellers [1].${LIST}`),
    page('title: How to relieve migraine'),
    page('title: Boost your immunity and lower your risk'),
    page('title: 10 ways to boost fertility and increase sperm count'),
    page('title: Zinc and colds'),
    page('description: A guide covering side effects, safety limits and wound trials.'),
    page('description: Lifestyle choices to reduce the risk of disease and improve wellbeing.'),
    page('description: Pneumonia is an infection of the lungs that causes cough.'),
    page('description: Zinc does not shorten colds.'),
    page('title: The garden helps visitors find the entrance'),
    page('note: Turmeric Reverses Arthritis'),
  ])('is silent on %s', (text) => expectSilent(rule, text, { strict: true }))

  it('is content with a claim of the body that has a source and is not weaker', () => {
    const title = 'title: Walking lowers blood pressure'
    expectSilent(rule, page(title, `Walking lowers systolic pressure by about 4 mmHg [1].${LIST}`), { strict: true })
    expect(lint(rule, page(title, 'Walking lowers systolic pressure by about 4 mmHg.'))).toHaveLength(1)
    expect(lint(rule, page(title, `Walking may lower systolic blood pressure [1].${LIST}`))).toHaveLength(1)
    expect(lint(rule, page(title, `Zinc lozenges shorten colds [1].${LIST}`))).toHaveLength(1)
  })

  it('names the field and the clause', () => {
    const [message] = lint(rule, page('title: Turmeric Reverses Arthritis'))
    expect(message!.message).toBe(
      'Support the claim "Turmeric Reverses Arthritis" in the body with a citation, or soften this title.',
    )
    expect(message!.severity).toBe('error')
  })

  it('reads the fields it is told, and compares as strictly as it is told', () => {
    expect(lint(rule, page('teaser: Turmeric Reverses Arthritis'), { options: { fields: ['teaser'] } })).toHaveLength(1)
    const text = page('title: Walking lowers blood pressure', `Walking lowers systolic pressure [1].${LIST}`)
    expect(lint(rule, text, { options: { similarity: 1 } })).toHaveLength(1)
  })
})
