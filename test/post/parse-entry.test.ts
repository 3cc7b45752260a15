/** The grammar of references, one line a form: what is read from an entry, by CSL name. */
import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../src/post/references/parse-entry.ts'

function read(text: string) {
  const { csl, style } = parseEntry(text)
  return {
    style,
    authors: csl.author?.map((name) => ('family' in name ? name.family : name.literal)),
    title: csl.title,
    container: csl['container-title'],
    year: csl.issued?.['date-parts'][0]?.[0],
    volume: csl.volume,
    issue: csl.issue,
    page: csl.page,
  }
}

describe('parseEntry', () => {
  it.each([
    ['Ito H, Braun M. Naps and mood. eSleep. 2019;4(2):11-19.', 'ama', 'eSleep'],
    ['Ito H, Braun M. Naps and mood. bioRxiv. Published online May 3, 2019. doi:10.5555/n1', 'ama', 'bioRxiv'],
    ['Ito H, Braun M. Naps and mood. arXiv; 2019. https://arxiv.org/abs/1905.00001', 'ama', 'arXiv'],
    [
      'Ito H, Braun M. Naps and mood. J Sleep [Internet]. 2019 [cited 2020 Feb 2];4(2):11-9. Available from: https://x.example',
      'nlm',
      'J Sleep',
    ],
    [
      'Ito, H., & Braun, M. (2019). Naps and mood. Journal of Sleep, 4(S2). https://doi.org/10.5555/n1',
      'apa',
      'Journal of Sleep',
    ],
    ['Ito, H. & Braun, M. Naps and mood. J. Sleep 4, (2019).', 'nature', 'J. Sleep'],
    ['Ito H, Braun M. Naps and mood. In: Sleep Science Congress. 2019:11-19.', 'ama', 'Sleep Science Congress'],
    [
      'Ito H, Braun M. Naps and mood. In: Sleep Science Congress [Internet]. 2019 [cited 2020 Feb 2]. p. 11-9. Available from: https://x.example',
      'nlm',
      'Sleep Science Congress',
    ],
    [
      "Ito H, Braun M. Naps and mood. In: Proceedings of the Sleep Congress. SLEEP'19. Springer; 2019:11-19.",
      'ama',
      'Proceedings of the Sleep Congress',
    ],
    ['Ito H, Braun M. Naps and mood. Sleep Society. 2019. doi:10.5555/n1', 'nlm', 'Sleep Society'],
    [
      'Ito H, Braun M. Naps and mood. arXiv. arXiv; 2019 July. Report No.: 1905.00001. Available: https://x.example',
      'unknown',
      'arXiv',
    ],
    [
      'Ito, H., & Braun, M. (2019). Naps and mood. Proceedings of the Congress. Sleep Society. Japanese Section, 4, 11–19.',
      'apa',
      'Proceedings of the Congress. Sleep Society. Japanese Section',
    ],
  ])('%s', (text, style, container) => {
    expect(read(text)).toMatchObject({ style, container, title: 'Naps and mood', authors: ['Ito', 'Braun'], year: 2019 })
  })

  it.each([
    'Ito H K, Braun M, Roy D. Naps and mood. J Sleep. 2019;4(2):11-19.',
    'Ito H, Braun M., Roy D. Naps and mood. J Sleep. 2019;4(2):11-19.',
    'Ito H, Braun, M, Roy D. Naps and mood. J Sleep. 2019;4(2):11-19.',
    'Ito, HK, Braun, M, Roy, D. Naps and mood. J Sleep. 2019;4(2):11-19.',
    'Ito H, Braun M, Roy D.. Naps and mood. J Sleep. 2019;4(2):11-19.',
    'Ito H, Braun M, Roy KD Naps and mood. J Sleep. 2019;4(2):11-19.',
    'Ito, H., Braun M., & Roy, D. (2019). Naps and mood. J Sleep, 4(2), 11-19.',
    'Ito, H., Braun, M., & Roy, D. 2019. Naps and mood. J Sleep, 4(2), 11-19.',
    'Ito, H., M. Braun, and D. Roy. Naps and mood. J Sleep. 2019;4(2):11-19.',
  ])('reads names of which one is written another way: %s', (text) =>
    expect(read(text)).toMatchObject({
      authors: ['Ito', 'Braun', 'Roy'],
      title: 'Naps and mood',
      container: 'J Sleep',
      page: '11-19',
    }),
  )

  it('does not end a list of names where only a comma is missing', () =>
    expect(read('Ito H, Braun M Roy D, Kim J. Naps and mood. J Sleep. 2019;4(2):11-19.').title).not.toMatch(/^Roy/))

  it.each(['504-12.e1-2', '504.e1-e5', '504-512'])('reads the pages %s', (page) =>
    expect(read(`Ito H, Braun M. Naps and mood. J Sleep. 2019;4(2):${page}. doi: 10.5555/n1`).page).toBe(page),
  )

  it('keeps a study group behind the persons', () => {
    expect(read('Ito H, Braun M; NAPS II Investigators. Naps and mood. Chest. 2019;4(2):11-19.').authors).toEqual([
      'Ito',
      'Braun',
      'NAPS II Investigators',
    ])
    expect(read('Ito, H., & The Sleep Research Network. (2019). Naps and mood. Chest, 4(2), 11–19.').authors).toEqual([
      'Ito',
      'The Sleep Research Network',
    ])
  })

  it('reads particles behind the initials, double names with a spaced hyphen, and a first name in small letters between others', () => {
    expect(read('Ito, H. van der, & Braun, M. A. dos. (2019). Naps and mood. Chest, 4(2), 11–19.')).toMatchObject({
      authors: ['Ito', 'Braun'],
      style: 'apa',
    })
    expect(read('Ito, H. y Braun, M. (2019). Naps and mood. Chest, 4(2), 11–19.').authors).toEqual(['Ito', 'Braun'])
    expect(read('Ito, H., Braun - van de Kaa, M., & Wu, Md. L. (2019). Naps and mood. Chest, 4(2), 11–19.').authors).toEqual([
      'Ito',
      'Braun - van de Kaa',
      'Wu',
    ])
    expect(read('Ito H, Wu li, Braun M. Naps and mood. Chest. 2019;4(2):11-19.').authors).toEqual(['Ito', 'Wu', 'Braun'])
    expect(read('Ito, H., Wu, li & Braun, M. Naps and mood. Chest 4, 11–19 (2019).').authors).toEqual(['Ito', 'Wu', 'Braun'])
    expect(read('Hana Ito, Max R. Braun, et al. Naps and mood. arXiv; 2019.').authors).toEqual(['Hana Ito', 'Max R. Braun'])
  })

  it('keeps a title whole that starts with a quotation', () => {
    expect(read('Ito H, Braun M. "No time to rest": naps and mood. Chest. 2019;4(2):11-19.').title).toBe(
      '"No time to rest": naps and mood',
    )
  })

  it('leaves the year in the name of a meeting to the name', () => {
    for (const text of [
      'Ito H, Braun M. Naps and mood. SLEEP 2018. Published online May 3, 2019.',
      'Ito H, Braun M. Naps and mood. SLEEP 2018. 2019 [cited 2020 Feb 2].',
    ])
      expect(read(text)).toMatchObject({ container: 'SLEEP 2018', year: 2019, volume: undefined })
  })

  it('reads an article without its year', () => {
    expect(read('Ito H, Braun M. Naps and mood. Chest. 7(1):229-232.')).toMatchObject({
      title: 'Naps and mood',
      container: 'Chest',
      volume: '7',
      issue: '1',
      page: '229-232',
      year: undefined,
    })
  })

  it('reads a page of a site behind a group', () => {
    expect(
      read('Sleep Watchers. Sleep Weekly [Internet]. 2019. Naps and mood. Available from: https://x.example/naps'),
    ).toMatchObject({
      authors: ['Sleep Watchers'],
      title: 'Naps and mood',
      container: 'Sleep Weekly',
      year: 2019,
      style: 'nlm',
    })
  })

  it.each([
    ['Ito, H. (n.d.). Naps and mood. Sleep Society.', 'apa'],
    ['NAPS AND MOOD. (2019). Journal of Sleep, 4(2), 11–19.', 'apa'],
    ['Sleep Society. Naps and mood. Accessed May 3, 2019. https://x.example/naps', 'ama'],
    ['Ito H. Naps and mood. Chest [Internet]. Elsevier; 2019 Apr;4(2):11–19. Available from:', 'nlm'],
    ['Ito H. Naps and mood. Sleep Society; Available from:', 'nlm'],
    ['Ito H, Braun M. Naps and mood. Chest. 2019;4. doi:10.5555/n1', 'unknown'],
    ['Ito H, Braun M. Naps and mood. Chest. 2019; e123. doi:10.5555/n1', 'unknown'],
    ['Ito H, Braun M. Naps and mood. arXiv. arXiv; 2019 May. Report No.: 1905.00001. doi:10.5555/n1', 'unknown'],
    ['Ito H, Braun M: Naps and mood. Sleep Society 2019.', 'unknown'],
  ])('names the style of %s', (text, style) => {
    expect(read(text).style).toBe(style)
  })

  it('reads first names written out, and one name with et al.', () => {
    expect(read('Hana Ito, Max R. Braun, Li Wu. Naps and mood. arXiv; 2019.')).toMatchObject({
      authors: ['Hana Ito', 'Max R. Braun', 'Li Wu'],
      title: 'Naps and mood',
    })
    expect(read('Ito et al. Naps and mood. Chest. 2019;4(2):11-19.')).toMatchObject({ authors: ['Ito'], title: 'Naps and mood' })
    expect(read('Ito HK. et. al. Naps and mood. Chest. 2019;4(2):11-19.')).toMatchObject({
      authors: ['Ito'],
      title: 'Naps and mood',
    })
  })

  it('comes to an end on a long run of capitalised words', () => {
    expect(read(`${'Sleep Rest Nap '.repeat(40)}!`).authors).toBeUndefined()
  })

  it('tells pages from a volume that is missing', () => {
    expect(read('Ito H. Naps and mood. Chest. 2019;11-19.')).toMatchObject({ volume: undefined, page: '11-19' })
    expect(read('Ito H. Naps and mood. Chest. 2015 Jul 23;btv371.')).toMatchObject({ volume: undefined, page: 'btv371' })
  })

  it('reads a chapter behind its editors', () => {
    expect(read('Ito H. Naps. In: Wu L, Roy D, eds. Handbook of rest. 3rd ed. Northgate Press; 2019:45-62.')).toMatchObject({
      title: 'Naps',
      container: 'Handbook of rest',
      page: '45-62',
    })
    expect(read('Ito, H. (2019). Naps. In L. Wu & D. Roy (Eds.), Handbook of rest (pp. 45–62). Northgate Press.')).toMatchObject({
      style: 'apa',
      container: 'Handbook of rest',
      page: '45-62',
    })
  })

  it('reads a work without author that starts with its title', () => {
    expect(read('Rest for all. (2019). The Lancet, 249(6461), 918.')).toMatchObject({
      style: 'apa',
      title: 'Rest for all',
      container: 'The Lancet',
      volume: '249',
    })
  })

  it.each([
    'ITO, H. & BRAUN, M., 2019. Naps and mood. Journal of Sleep, 4(2), pp.11–19.',
    'Ito H, Braun M (2019) Naps and mood. J Sleep 4:11–19',
    'Ito H, Braun M. Naps and mood. J Sleep. 2019;4: 11–19.',
    'H. Ito, M. Braun, Naps and mood, Chest. 4 (2019) 11–19.',
    'H. Ito, Naps and mood, Sleep Society. (n.d.).',
    'ITO, Hana and BRAUN, Max, 2019, Naps and mood. Journal of Sleep [online]. March 2019. Vol. 4, no. 2, p. 11–19.',
  ])('does not call another style APA, AMA or NLM: %s', (text) => {
    expect(['apa', 'ama', 'nlm']).not.toContain(read(text).style)
  })
})
