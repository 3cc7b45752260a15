import { describe, expect, it } from 'vitest'
import rule from '../../rules/approval-claim.ts'
import { expectReports, expectSilent } from '../support.ts'

describe('approval-claim', () => {
  it('names the words it is about', () => {
    const [message] = expectReports(rule, 'Our laser is ⟦FDA registered⟧, so it works.')
    expect(message!.message).toBe('Give product, indication and a register link for "FDA registered", or remove it.')
    expect(message!.severity).toBe('error')
  })

  it.each([
    'The gel is ⟦FDA approved⟧ and safe.',
    'The patch is ⟦cleared by the FDA⟧, so it is safe ([register](https://www.fda.gov/x)).',
    'Our injections are ⟦FDA approved⟧.',
    'Our exosomes come from an ⟦ISO 9001 certified⟧ laboratory.',
    'An ⟦award-winning⟧ serum that reduces wrinkles.',
    'The ⟦patented⟧ lamp relieves pain.',
    'This ⟦CE-marked⟧ mask helps against migraine.',
  ])('reports "%s"', (text) => void expectReports(rule, text))

  it.each([
    'Our injections are not FDA approved.',
    'Is the laser FDA registered?',
    'FDA-approved medicines for obesity lower weight.',
    'Semaglutide is approved by the FDA for type 2 diabetes.',
    'The FDA approved it in 2021.',
    'Our injections are FDA approved for frown lines.',
    'Our laser is FDA cleared (K123456).',
    'Our cream is FDA registered ([listing](https://www.fda.gov/x)).',
    'The method was patented in 1921.',
    'The ductus stays patent after birth.',
    'She won an award for her work on pain.',
    '> "Our laser is FDA registered, so it works."',
    'US-licensed pharmacies sell it.',
  ])('is silent on "%s"', (text) => expectSilent(rule, text, { strict: true }))

  it('takes links to listed registers on the own site for proof', () => {
    const text = 'Our cream is ⟦FDA registered⟧ ([listing](https://ourclinic.example/register)).'
    const project = { ownDomains: ['ourclinic.example'] }
    expectReports(rule, text, { project })
    expectSilent(rule, text.replace(/[⟦⟧]/g, ''), { project, options: { registries: ['ourclinic.example'] }, strict: true })
  })
})
