import { describe, expect, it } from 'vitest'
import { presets } from '../../presets/index.ts'
import { rules } from '../../rules/index.ts'
import rule from '../../rules/unsafe-advice.ts'
import { resolve } from '../../src/config/resolve.ts'
import { lint as lintPost } from '../../src/lint/lint.ts'
import { expectReports, expectSilent, lint, NOW, post } from '../support.ts'

describe('unsafe-advice', () => {
  it.each([
    '⟦Stop taking your blood pressure tablets⟧ once you start the tea.',
    'If you feel better, ⟦you can safely stop taking your antidepressants⟧.',
    'It is fine to ⟦stop taking statins⟧ in summer.',
    '⟦You should quit chemotherapy⟧ and trust your body.',
    'Start the cleanse and ⟦stop taking your tablets⟧.',
    'Feel free to ⟦come off your antidepressants⟧.',
    '⟦Wean yourself off your insulin⟧ within a week.',
    '⟦Stop taking the tablets⟧ prescribed by your doctor.',
    '⟦Replace your statin⟧ with red yeast rice.',
    '⟦Drink this tea instead of your diabetes tablets⟧.',
    '⟦Use the balm in place of your inhaler⟧.',
    '⟦You should postpone your operation⟧ until the fast is over.',
    '⟦Skip your insulin⟧ on fasting days.',
    '⟦Put off your vaccination⟧ until the course ends.',
    'If nothing happens, ⟦double your dose⟧.',
    '⟦Increase your insulin⟧ by 4 units tonight.',
    'After two weeks ⟦you can reduce your blood pressure medication⟧ by half.',
    '⟦You should definitely stop your steroid⟧ until the air clears.',
    '⟦You need not call the vet⟧ if your cat stops eating.',
    "⟦You don't need to see a doctor⟧ about the lump.",
    '⟦Take 10,000 units of vitamin D every day⟧ through the winter.',
    '⟦You can take 600 mg of berberine three times a day⟧.',
    'Quercetin: ⟦try 250 mg twice a day⟧ for a week.',
    '⟦Give your dog 25 mg of Benadryl⟧ before the fireworks.',
    '- ⟦Stop taking your tablets⟧\n- Drink more water\n',
  ])('reports %s', (text) => {
    expectReports(rule, text)
  })

  it('says what to add, and quotes no more than fits', () => {
    expect(lint(rule, 'Skip your insulin on fasting days.')[0]!.message).toBe(
      'Add who to ask before "Skip your insulin", or remove it.',
    )
    const long = 'Drink two large cups of bitter dandelion and nettle tea instead of your immunosuppressants.'
    const [message] = lint(rule, long)
    expect(message!.message.length).toBeLessThanOrEqual(120)
    expect(message!.actual).toBe(long.slice(0, -1))
  })

  it.each([
    'Do not stop your antidepressant without talking to your doctor.',
    'Call an ambulance if you cannot breathe.',
    'Ask your pharmacist before you change the dose.',
    'Take the tablets as prescribed. Stop taking your tablets when the course ends, as prescribed.',
    'Stop taking your tablets and see your doctor.',
    'Stop taking your tablets. Your nurse will tell you when to start again.',
    'Stop taking your tablets and go to A&E.',
    'Before the operation:\n\n- Stop taking your blood thinners on Monday.\n- Wash your hair.\n- Ask the surgeon about jewellery.\n',
    'What your specialist may tell you:\n\n- Stop taking your tablets.\n- Rest.\n',
    'Chew 300 mg of aspirin and call 999.',
    'Take 900 mg of aspirin and call 112.',
  ])('is silent where somebody to ask is named: %s', (text) => expectSilent(rule, text, { strict: true }))

  it.each([
    'Never stop taking your tablets.',
    "Don't panic and stop taking your tablets.",
    'Can you stop taking your tablets?',
    'When you feel better and stop taking your tablets, the pain may return.',
    'Some websites tell people to stop taking their statins.',
    'You may read that you can stop your insulin.',
    'This does not mean you should stop your insulin.',
    'People who stop taking their tablets often relapse.',
    'He told her: "You can stop taking your tablets now and be well."',
    '> Stop taking your tablets.',
    '"Stop taking your pills" was the headline.',
    'Myth: stop taking your tablets once you feel well.',
    '## Common mistakes\n\nStop taking your tablets once you feel well.',
    'Never do the following:\n\n- Stop taking your tablets\n- Double your dose\n',
    'Your risk rises if you:\n\n- stop taking your tablets\n- smoke\n',
    '| Do | Say |\n|---|---|\n| Stop taking your tablets | no |',
    'Stop using drugs.',
    'Reduce your tablets of salt.',
    'Stop taking ibuprofen.',
    'Stop eating six hours before the operation.',
  ])('is silent on what tells nobody to do without a medicine: %s', (text) => expectSilent(rule, text, { strict: true }))

  it.each([
    'Stop taking the tablets if you get a rash.',
    'Stop taking your metformin 48 hours before the scan.',
    'Postpone your vaccination if you have a fever.',
    'Skip the missed dose.',
    'You can cancel your appointment online.',
    'You do not usually need to see a doctor for a cold.',
    "If you don't see a doctor, the wound may not close.",
    "Don't wait to see a doctor.",
  ])('is silent on the precautions of leaflets and hospitals: %s', (text) => expectSilent(rule, text, { strict: true }))

  it.each([
    'Take 400 micrograms of folic acid every day before you are pregnant.',
    'Take 1,000 mg of paracetamol if it hurts.',
    'Take 1,000 IU a day.',
    'Take no more than 4,000 mg in a day.',
    'Take your 5 mg tablet in the morning.',
    'Take one tablet a day with food.',
    'The 40 participants took 500 mg of berberine a day.',
    'Use midazolam 5 mg IM.',
    'Take 10 mg/kg as a single dose.',
    'Drink 300 mL of water.',
    'Eat 30 g of fibre a day.',
    '| Drug | Dose |\n|---|---|\n| Berberine | Take 500 mg daily |',
  ])('is silent on amounts that need nobody to ask: %s', (text) => expectSilent(rule, text, { strict: true }))

  it('reads a dose with the advice of its section, and a stop only with what stands beside it', () => {
    const page = (advice: string) => `# Sleep\n\nAsk your pharmacist about supplements.\n\nSome people try them.\n\n${advice}`
    expectSilent(rule, page('Take 600 mg of berberine a day.'), { strict: true })
    expectReports(rule, page('⟦Stop taking your sleeping tablets⟧.'))
  })

  it('leaves out doses when asked, and on monographs', () => {
    const text = 'Take 600 mg of berberine a day.'
    expectSilent(rule, text, { options: { doses: false }, strict: true })
    expectSilent(rule, text, { pageType: 'monograph', strict: true })
  })

  it('does not run on pages for clinicians', () => {
    expectSilent(rule, 'Stop taking your tablets.', { audience: 'clinician', strict: true })
  })

  it('takes further verbs', () => {
    const text = 'Say goodbye to your statins.'
    expectSilent(rule, text, { strict: true })
    expectReports(rule, '⟦Say goodbye to your statins⟧.', { options: { verbs: ['say goodbye to'] } })
    expectSilent(rule, `Do not ${text}`, { options: { verbs: ['say goodbye to'] }, strict: true })
  })

  it('takes the emergency numbers of the country', () => {
    const text = 'Stop taking your tablets and call 144.'
    expectReports(rule, '⟦Stop taking your tablets⟧ and call 144.')
    expectSilent(rule, text, { options: { emergencyNumbers: ['144'] }, strict: true })
  })

  it('marks the words in the source, whatever their markup', () => {
    expectReports(rule, '**⟦Stop** taking your [blood pressure tablets⟧](https://drug.example/a) at once.')
  })

  it('holds on patient pages without a reviewer, whatever is suppressed', () => {
    const config = resolve({ extends: 'patient' }, 'a.md', { rules, presets, now: NOW })
    const body =
      '<!--medlint ignore unsafe-advice reason="Quoted from the leaflet, section 4" until="2026-12-31"-->\n\nStop taking your tablets.\n'
    const reported = (text: string) =>
      lintPost(post(text), config).messages.filter((message) => message.rule === 'unsafe-advice').length
    expect(reported(`# Tablets\n\n${body}`)).toBe(1)
    expect(reported(`---\nreviewedBy: "Dr Anna Weber, MD"\nreviewed: 2026-05-01\n---\n\n# Tablets\n\n${body}`)).toBe(0)
  })
})
