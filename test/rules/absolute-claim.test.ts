import { describe, expect, it } from 'vitest'
import rule from '../../rules/absolute-claim.ts'
import { expectReports, expectSilent, lint } from '../support.ts'

describe('absolute-claim', () => {
  it.each([
    'This diet ⟦cures⟧ type 2 diabetes.',
    'Veneers give you a ⟦permanently white⟧ smile and healthy teeth.',
    'You will be free of migraine, ⟦guaranteed⟧.',
    'The treatment is ⟦100 % effective⟧ against acne.',
    'The ⟦miracle cure⟧ for arthritis is here.',
    'Acupuncture ⟦always works⟧ for back pain.',
    'It ⟦never fails⟧ in asthma.',
    'We ⟦guarantee pain relief⟧ after surgery.',
    '# Massage ⟦can cure⟧ headache\n\nText.',
    '---\ntitle: "⟦Permanent relief⟧ of back pain"\n---\n\nText.',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it('says what to replace and offers less', () => {
    const [message] = lint(rule, 'This diet cures type 2 diabetes.')
    expect(message!.message).toBe('Replace "cures": no treatment result is certain.')
    expect(message!.suggestions.map(({ edits }) => edits[0]!.text)).toEqual(['may help with', 'is used for'])
    expect(message!.fix).toBeNull()
  })

  it.each([
    'We cannot promise that the ringing will stop.',
    'No drug cures psoriasis.',
    'It does not prove that the diet cures diabetes.',
    'Does the diet always work in diabetes?',
    'There is no miracle cure for arthritis.',
    'He said: "This diet cures diabetes and everything else."',
    '> This diet cures diabetes.',
    'Home cures for flu are popular, and the search for cures goes on.',
    'The vaccine is 95 % effective, and nearly 100 % effective against severe flu.',
    'Some people get permanent relief from pain.',
    'If it cures your migraine, tell your doctor.',
    'Glaucoma permanently damages the eye.',
    'The shop always works on Sundays.',
    'Money back guaranteed on all books.',
  ])('is silent on: %s', (text) => expectSilent(rule, text, { strict: true }))

  describe('established cures', () => {
    const cited =
      'A full course of penicillin cures early syphilis [1].\n\n## References\n\n1. Park S. Penicillin. J Infect. 2019;4(2):11-15.\n'
    it('may be called so, with a citation', () => {
      expectSilent(rule, cited, { strict: true })
      expectReports(rule, 'A full course of penicillin ⟦cures⟧ early syphilis.')
      expectSilent(rule, 'A full course of penicillin cures early syphilis.', {
        options: { requireCitationForEstablished: false },
        strict: true,
      })
    })

    it('are not excused without the list', () => {
      expect(lint(rule, cited, { options: { established: 'none' } })).toHaveLength(1)
    })

    it('does not excuse another pair, whatever is cited', () => {
      expect(lint(rule, cited.replace('syphilis', 'arthritis'))).toHaveLength(1)
    })
  })

  it('takes further terms and another window', () => {
    expectReports(rule, 'Migraine is ⟦history⟧.', { options: { terms: ['history'] } })
    const far = 'No one in the long history of this clinic cures psoriasis.'
    expect(lint(rule, far, { options: { negationWindow: 2 } })).toHaveLength(1)
    expect(lint(rule, far, { options: { negationWindow: 12 } })).toHaveLength(0)
  })
})
