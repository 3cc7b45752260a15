import { describe, expect, it } from 'vitest'
import rule from '../../rules/regulatory-status.ts'
import type { Approval } from '../../src/post/disclosure/data-sets.ts'
import { expectReports, expectSilent, lint, type Setup } from '../support.ts'

const entry = (rest: Partial<Approval>): Approval => ({
  products: ['ozone'],
  conditions: ['slipped discs', 'arthritis'],
  region: 'us',
  status: 'not-approved',
  source: 'Register',
  date: '2026-04-30',
  ...rest,
})

function setup(entries: Approval[] = [entry({})], region = ['us'], asOf = '2026-05-01'): Setup {
  return { region, options: { dataset: 'own.json' }, project: { dataSets: { approvals: { asOf, source: 'Register', entries } } } }
}

describe('regulatory-status', () => {
  it('reports the first offer of an entry, from product to condition', () => {
    const text = '# Ozone\n\nWe use ⟦ozone for arthritis⟧. Ozone also helps with slipped discs.'
    const [message] = expectReports(rule, text, setup())
    expect(message!.message).toBe('State the regulatory status of ozone for arthritis in the US (data of 2026-04-30).')
    expect(message!.severity).toBe('error')
    expect(message!.note).toContain('not approved')
  })

  it('reads titles and headings too', () => {
    expectReports(rule, '---\ntitle: ⟦Ozone against arthritis⟧\n---\n\nText.', setup())
    expectReports(rule, '## ⟦Ozone for slipped discs⟧\n\nText.', setup())
  })

  it.each([
    'Ozone is not used for arthritis.',
    'Does ozone help with arthritis?',
    'A trial of ozone for arthritis has begun.',
    'The clinic has ozone; it has a doctor for arthritis too.',
    'Arthritis hurts. Ozone smells.',
    '> "Ozone cured arthritis."',
    'See [ozone for arthritis](/ozone-arthritis).',
  ])('does not take "%s" for an offer', (text) => expectSilent(rule, text, { ...setup(), strict: true }))

  it.each([
    'It is not approved by the FDA.',
    'It has not yet been approved.',
    'There is no FDA approval.',
    'It is an experimental treatment.',
    'It is given only within a clinical trial.',
  ])('is content with "%s"', (statement) =>
    expectSilent(rule, `Ozone helps with arthritis. ${statement}`, { ...setup(), strict: true }),
  )

  it('wants the status of the region', () => {
    const text = 'Ozone helps with arthritis. It is not approved by the EMA.'
    expect(lint(rule, text, setup())).toHaveLength(1)
    expectSilent(rule, text, { ...setup([entry({ region: 'eu' })], ['eu']), strict: true })
    expectSilent(rule, 'Ozone helps with arthritis.', { ...setup([entry({})], ['uk']), strict: true })
    expectSilent(rule, 'Ozone helps with arthritis.', { ...setup([entry({})], []), strict: true })
  })

  it('knows entries for every condition, and approvals among them', () => {
    const all = { ...entry({}) }
    delete all.conditions
    const approved = entry({ status: 'approved', conditions: ['arthritis'] })
    expectReports(rule, '⟦Ozone eases back pain⟧.', setup([all, approved]))
    expectSilent(rule, 'Ozone eases arthritis.', { ...setup([all, approved]), strict: true })
    expectSilent(rule, 'Ozone eases arthritis.', { ...setup([approved]), strict: true })
  })

  it('only hints at what an old set says', () => {
    const [old] = lint(rule, 'Ozone helps with arthritis.', setup([entry({})], ['us'], '2024-05-01'))
    expect([old!.severity, old!.messageId]).toEqual(['info', 'outdated'])
    const [shipped] = expectReports(rule, 'We offer ⟦exosomes for hair⟧ and skin.', { region: ['us'] })
    expect([shipped!.severity, shipped!.message]).toEqual(['info', expect.stringContaining('2020-07-22')])
  })

  it('says nothing on news, and nothing when its set is not there', () => {
    expectSilent(rule, 'Ozone helps with arthritis.', { ...setup(), pageType: 'news', strict: true })
    expectSilent(rule, 'Exosomes help with hair loss.', { region: ['us'], options: { dataset: 'own.json' }, strict: true })
  })
})
