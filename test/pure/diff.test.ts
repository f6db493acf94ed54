import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareSnapshots, type BlockChange, type WordChange } from '../../src/archive/pure/diff/compare.js'
import { longestRise } from '../../src/archive/pure/diff/alignment.js'
import { createAllowance } from '../../src/archive/pure/diff/allowance.js'
import { editsBetween, type Edit } from '../../src/archive/pure/diff/edits.js'
import { tokensOf } from '../../src/archive/pure/diff/tokens.js'
import type { Block, FileRef, Inline, Party, Snapshot, SnapshotOf } from '../../src/archive/pure/model.js'

const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] })
const heading = (words: string): Block => ({ type: 'heading', level: 2, children: [text(words)] })
const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  items: items.map((item) => ({ children: [text(item)] })),
})
const party = (name: string, organisationNumber: string | null, role: string | null = null): Party => ({
  ...{ name, organisationNumber, role },
  ...{ kind: 'authority', adoptedOn: null, diaryNumber: null },
})
const file = (name: string, sha256: string): FileRef => ({
  name,
  sha256,
  sha512: sha256,
  size: 1,
  mediaType: 'application/pdf',
})

type Facts = SnapshotOf<'edition'>['facts']
function edition(body: Block[], facts: Partial<Facts> = {}, title = 'Strategi mot våld'): SnapshotOf<'edition'> {
  return {
    ...{ format: 2, salt: '00', kind: 'edition', document: 'd', owner: 'vasternorrland', audience: [], slug: null },
    languages: { sv: { title, body, revision: 1, madeFrom: null } },
    facts: {
      ...{
        strategy: 's',
        number: 1,
        label: '2014–2016',
        decision: null,
        validFrom: '2014-01-01',
        validUntil: '2017-01-01',
      },
      ...{ prolongations: [], repeal: null, parties: [], documents: [], supersedes: [], supersedesInPart: [] },
      ...{ priorPublication: [], ...facts },
    },
  }
}
const between = (before: Block[], after: Block[]): BlockChange[] =>
  compareSnapshots(edition(before), edition(after), 'sv').blocks
const told = ({ change, moved, from, to }: BlockChange): string => `${change}${moved ? ' moved' : ''} ${from}>${to}`
const written = (words: WordChange[] | null): string =>
  (words ?? [])
    .map((one) => (one.change === 'SAME' ? one.text : `${one.change === 'ADDED' ? '+' : '-'}[${one.text}]`))
    .join('')

describe('the text', () => {
  test('is the same as itself', () => {
    const body = [heading('Mål'), paragraph('Våldet ska upphöra.'), list('skydd', 'stöd')]
    expect(compareSnapshots(edition(body), edition(body), 'sv').summary).toMatchObject({ same: true })
  })

  test('a changed paragraph is one paragraph with its words, told as Swedes write words', () => {
    const [change] = between(
      [paragraph('Länsstyrelsen samordnar arbetet i länet, år 2014–2016.')],
      [paragraph('Länsstyrelsen leder arbetet i hela länet, år 2018–2021.')],
    )
    expect(told(change!)).toBe('CHANGED 0>0')
    expect(written(change!.words)).toBe(
      'Länsstyrelsen -[samordnar ]+[leder ]arbetet i +[hela ]länet, år -[2014]+[2018]–-[2016]+[2021].',
    )
  })

  test('words that went at the end keep the space that stood before them', () => {
    const [change] = between(
      [paragraph('Våld i nära relationer i Västernorrland')],
      [paragraph('Våld i nära relationer')],
    )
    expect(written(change!.words)).toBe('Våld i nära relationer-[ i Västernorrland]')
  })

  test('a link that leads elsewhere is another one, though it reads the same: a number to call stands in it', () => {
    const link = (href: string): Block => ({
      type: 'paragraph',
      children: [text('Ring '), { type: 'link', href, children: [text('stödlinjen')] }, text(' när du vill.')],
    })
    const [change] = between([link('tel:020505050')], [link('tel:020505051')])
    expect(change!.words?.filter((one) => one.change !== 'SAME')).toEqual([
      { change: 'REMOVED', text: 'stödlinjen', link: 'tel:020505050' },
      { change: 'ADDED', text: 'stödlinjen', link: 'tel:020505051' },
    ])
  })

  test('what only looks another way is said to be so', () => {
    const [look, kind] = [
      between(
        [paragraph('Se nedan')],
        [{ type: 'paragraph', children: [{ ...text('Se nedan'), marks: ['bold'] } as Inline] }],
      ),
      between([paragraph('Mål och medel')], [heading('Mål och medel')]),
    ]
    expect([look, kind].map(([change]) => [change!.change, change!.onlyForm])).toEqual([
      ['CHANGED', true],
      ['CHANGED', true],
    ])
  })

  test('a block that stands elsewhere has moved, changed or not, and the others stayed', () => {
    const [a, b, c, d] = [
      'Skydd för barn.',
      'Stöd till vuxna.',
      'Arbete med våldsutövare.',
      'Uppföljning varje år i länet.',
    ]
    const changes = between(
      [a, b, c, d].map((words) => paragraph(words!)),
      [paragraph(d!), paragraph(a!), paragraph(b!), paragraph(c!)],
    )
    expect(changes.map(told)).toEqual(['SAME moved 3>0', 'SAME 0>1', 'SAME 1>2', 'SAME 2>3'])
    const edited = between(
      [a, b, c, d].map((words) => paragraph(words!)),
      [paragraph('Uppföljning vartannat år i länet.'), paragraph(a!), paragraph(b!), paragraph(c!)],
    )
    expect(edited.map(told)).toEqual(['CHANGED moved 3>0', 'SAME 0>1', 'SAME 1>2', 'SAME 2>3'])
  })

  test('what is no more alike than by half of its words is removed and added', () => {
    const changes = between(
      [paragraph('Kriminalvården utbildar sin personal.')],
      [paragraph('Tolv kommuner inför nya rutiner.')],
    )
    expect(changes.map(told)).toEqual(['REMOVED 0>null', 'ADDED null>0'])
  })

  test('a list is compared by its items, also those inside others, and a table by its cells', () => {
    const [change] = between([list('skydd', 'stöd', 'kunskap')], [list('skydd', 'kunskap', 'samverkan')])
    expect(change!.parts.map((part) => [part.change, (part.after ?? part.before) as unknown])).toMatchObject([
      ['SAME', { children: [text('skydd')] }],
      ['REMOVED', { children: [text('stöd')] }],
      ['SAME', { children: [text('kunskap')] }],
      ['ADDED', { children: [text('samverkan')] }],
    ])
    const table = (phone: string): Block => ({
      type: 'table',
      rows: [
        {
          cells: [
            { header: true, blocks: [paragraph('Telefon')] },
            { header: false, blocks: [paragraph(phone)] },
          ],
        },
      ],
    })
    const [cells] = between([table('020-50 50 50')], [table('020-50 50 51')])
    expect(cells!.parts.map((part) => [part.change, written(part.words)])).toEqual([
      ['SAME', ''],
      ['CHANGED', '020-50 50 -[50]+[51]'],
    ])
  })
})

describe('what stands beside the text', () => {
  test('parties are known by their number: a new name is no new party', () => {
    const before = [
      party('Landstinget Västernorrland', '232100-0206'),
      party('Härnösands kommun', '212000-2403'),
      party('Timrå kommun', null),
    ]
    const after = [
      party('Region Västernorrland', '232100-0206'),
      party('Härnösands kommun', '212000-2403', 'sammankallande'),
      party('Ånge kommun', null),
    ]
    const { parties } = compareSnapshots(edition([], { parties: before }), edition([], { parties: after }), 'sv')
    expect(parties.map(({ change, ...one }) => [change, one.before?.name, one.after?.name])).toEqual([
      ['RENAMED', 'Landstinget Västernorrland', 'Region Västernorrland'],
      ['CHANGED', 'Härnösands kommun', 'Härnösands kommun'],
      ['JOINED', undefined, 'Ånge kommun'],
      ['LEFT', 'Timrå kommun', undefined],
    ])
  })

  test('attachments are known by their bytes, then by their name', () => {
    const titled = (one: FileRef): Facts['documents'][number] => ({ ...one, title: {} })
    const before = [file('strategi.pdf', 'a'), file('bilaga.pdf', 'b'), file('karta.pdf', 'c'), file('gammal.pdf', 'd')]
    const after = [file('strategi.pdf', 'a'), file('bilaga.pdf', 'x'), file('karta-2.pdf', 'c'), file('ny.pdf', 'e')]
    const { files } = compareSnapshots(
      edition([], { documents: before.map(titled) }),
      edition([], { documents: after.map(titled) }),
      'sv',
    )
    expect(files.map(({ change, ...one }) => [change, one.before?.name, one.after?.name])).toEqual([
      ['SAME', 'strategi.pdf', 'strategi.pdf'],
      ['REPLACED', 'bilaga.pdf', 'bilaga.pdf'],
      ['RENAMED', 'karta.pdf', 'karta-2.pdf'],
      ['ADDED', undefined, 'ny.pdf'],
      ['REMOVED', 'gammal.pdf', undefined],
    ])
  })

  test('fields come one by one, decision and validity first, the last day as Swedes write it', () => {
    const decision = { body: 'Länsstyrelsen', date: '2018-02-01', diaryNumber: '801-1' }
    const after = edition(
      [],
      { label: '2018–2021', decision, validFrom: '2018-01-01', validUntil: '2022-01-01' },
      'Regional strategi mot våld',
    )
    const { fields } = compareSnapshots(edition([]), after, 'sv')
    expect(fields.map(({ field, before, after: now }) => [field, before, now])).toEqual([
      ['decision.body', null, 'Länsstyrelsen'],
      ['decision.date', null, '2018-02-01'],
      ['decision.diaryNumber', null, '801-1'],
      ['validFrom', '2014-01-01', '2018-01-01'],
      ['validThrough', '2016-12-31', '2021-12-31'],
      ['label', '2014–2016', '2018–2021'],
      ['title', 'Strategi mot våld', 'Regional strategi mot våld'],
    ])
    expect(written(fields.at(-1)!.words)).toBe('-[Strategi ]+[Regional strategi ]mot våld')
  })

  test('the language that was asked for is read where both have it, else Swedish', () => {
    const english = (one: SnapshotOf<'edition'>): Snapshot => ({
      ...one,
      languages: { ...one.languages, en: { title: 'Strategy', body: [], revision: 1, madeFrom: 1 } },
    })
    const [one, other] = [edition([]), edition([])]
    expect(compareSnapshots(english(one), english(other), 'en').language).toBe('en')
    expect(compareSnapshots(one, english(other), 'en').language).toBe('sv')
  })

  test('documents of two kinds are refused', () => {
    const contact = { ...edition([]), kind: 'contact' } as unknown as Snapshot
    expect(() => compareSnapshots(edition([]), contact, 'sv')).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })
})

describe('whatever the texts are', () => {
  const word = fc.constantFrom('våld', 'skydd', 'barn', 'län', 'och', 'i', '2014–2016', 'stöd.', '(se', 'a-b')
  const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  const block = fc.oneof(
    sentence.map(paragraph),
    sentence.map(heading),
    fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => list(...items)),
  )
  const body = fc.array(block, { maxLength: 12 })

  test('each block of both is told once, in the order of the newer', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const changes = between(before, after)
        const places = (side: 'from' | 'to'): number[] =>
          changes.map((one) => one[side]).filter((place) => place !== null)
        expect(places('to')).toEqual(after.map((_, place) => place))
        expect(places('from').toSorted((a, b) => a - b)).toEqual(before.map((_, place) => place))
        for (const { before: old, after: now, from, to } of changes)
          expect([old, now]).toEqual([from === null ? null : before[from], to === null ? null : after[to]])
      }),
    )
  })

  test('the words that stayed and those that came give the newer text; what stayed in order and what went the older', () => {
    const plain = (words: WordChange[], left: WordChange['change']): string =>
      words
        .filter(({ change }) => change !== left)
        .map((one) => one.text)
        .join('')
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const { fields } = compareSnapshots(edition([], {}, before), edition([], {}, after), 'sv')
        const words = fields.find(({ field }) => field === 'title')?.words ?? [
          { change: 'SAME' as const, text: after, link: null },
        ]
        expect(plain(words, 'REMOVED')).toBe(after)
        expect(plain(words, 'ADDED').replaceAll(/\s/g, '')).toBe(before.replaceAll(/\s/g, ''))
      }),
    )
  })

  test('no fewer edits would do, they make the newer order of the older, and what was removed comes first', () => {
    const order = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })
    fc.assert(
      fc.property(order, order, (older, newer) => {
        const edits = editsBetween(older, newer, createAllowance())
        const countOf = (...kinds: Edit['change'][]): number =>
          edits.reduce((sum, { change, count }) => sum + (kinds.includes(change) ? count : 0), 0)
        expect(countOf('SAME')).toBe(lengthOfCommon(older, newer))
        expect([countOf('SAME', 'REMOVED'), countOf('SAME', 'ADDED')]).toEqual([older.length, newer.length])
        let [from, to] = [0, 0]
        for (const { change, count } of edits) {
          if (change === 'SAME') expect(older.slice(from, from + count)).toEqual(newer.slice(to, to + count))
          if (change !== 'ADDED') from += count
          if (change !== 'REMOVED') to += count
        }
        const kinds = edits.map(({ change }) => change)
        kinds.slice(1).forEach((kind, place) => expect(allowedAfter[kinds[place]!]).toContain(kind))
      }),
    )
  })

  test('orders longer than a word of bits are compared as short ones are', () => {
    const order = fc.array(fc.nat(5).map(String), { minLength: 25, maxLength: 130 })
    fc.assert(
      fc.property(order, order, (older, newer) => {
        const same = editsBetween(older, newer, createAllowance()).filter(({ change }) => change === 'SAME')
        expect(same.reduce((sum, { count }) => sum + count, 0)).toBe(lengthOfCommon(older, newer))
      }),
    )
  })

  test('words are those of the segmenter, also where it is not asked', () => {
    const segmenter = new Intl.Segmenter('sv', { granularity: 'word' })
    const sign = fc.constantFrom(...Array.from('aöÅ17.,;:-–/()!?”…"’@_ \n'))
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), (words) => {
        const tokens = tokensOf([text(words)], createAllowance()).map((token) => token.text.trim())
        const segments = Array.from(segmenter.segment(words), ({ segment }) => segment.trim())
        expect(tokens.filter((one) => one !== '')).toEqual(segments.filter((one) => one !== ''))
      }),
      { numRuns: 1_000 },
    )
  })

  test('no shorter list of moves would do: those that stayed are a longest rise', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 8 }), (numbers) => {
        const longest = Math.max(
          0,
          ...subsets(numbers)
            .filter(isRising)
            .map((one) => one.length),
        )
        const rise = longestRise(numbers).map((position) => numbers[position]!)
        expect([rise.length, isRising(rise)]).toEqual([longest, true])
      }),
    )
  })
})

describe('text that was made to hurt', () => {
  test('what would take too many pairs of places is told as removed and added, all but its ends', () => {
    const allowance = { ...createAllowance(), pairs: 100 }
    const orders = [0, 1].map((turn) => [
      'start',
      ...Array.from({ length: 20 }, (_, n) => `${(n * 7 + turn) % 20}`),
      'end',
    ])
    expect(editsBetween(orders[0]!, orders[1]!, allowance).map(({ change, count }) => [change, count])).toEqual([
      ['SAME', 1],
      ['REMOVED', 20],
      ['ADDED', 20],
      ['SAME', 1],
    ])
  })

  test('signs that only the segmenter can tell apart are looked at in bounds', () => {
    const signs = (first: string): string => [first, ...Array.from({ length: 20_000 }, (_, n) => `${n}:a`)].join(' ')
    const [change] = between([paragraph(signs('Förr'))], [paragraph(signs('Nu'))])
    expect([change!.change, change!.words]).toEqual(['CHANGED', null])
  })

  const words = (count: number, step: number): string =>
    Array.from({ length: count }, (_, n) => `ord${(n * step) % 9_973}`).join(' ')

  test('a paragraph without end is told whole, not word by word', () => {
    const [change] = between([paragraph(words(100_000, 1))], [paragraph(`${words(100_000, 1)} slut`)])
    expect([change!.change, change!.words]).toEqual(['CHANGED', null])
  })

  test('ten thousand blocks of which none is the same are all told', () => {
    const many = (step: number): Block[] =>
      Array.from({ length: 10_000 }, (_, n) => paragraph(words(5, n * step + step)))
    const { summary } = compareSnapshots(edition(many(7)), edition(many(11)), 'sv')
    expect(summary.blocks.added).toBe(summary.blocks.removed)
    expect(summary.blocks.removed + summary.blocks.changed).toBeGreaterThan(0)
  })

  test('lists inside lists without end are compared to their hundredth level', () => {
    const deep = (levels: number, words_: string): Extract<Block, { type: 'list' }> => ({
      type: 'list',
      ordered: false,
      items: [{ children: [text(words_)], ...(levels > 1 && { sublist: deep(levels - 1, words_) }) }],
    })
    const [change] = between([deep(150, 'ett')], [deep(150, 'två')])
    expect(change?.parts.length ?? 0).toBeLessThanOrEqual(200)
  })
})

const allowedAfter = { SAME: ['REMOVED', 'ADDED'], REMOVED: ['ADDED', 'SAME'], ADDED: ['SAME'] }

/** How much of two orders is common to both in the same order: by the textbook's table. */
function lengthOfCommon(some: readonly string[], others: readonly string[]): number {
  let row = others.map(() => 0)
  for (const one of some) {
    const next: number[] = []
    others.forEach((other, place) => {
      const diagonal = place > 0 ? row[place - 1]! : 0
      next.push(one === other ? diagonal + 1 : Math.max(row[place]!, next[place - 1] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}

const isRising = (numbers: readonly number[]): boolean => numbers.every((one, n) => n === 0 || numbers[n - 1]! < one)
const subsets = (numbers: readonly number[]): number[][] =>
  numbers.reduce<number[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]])
