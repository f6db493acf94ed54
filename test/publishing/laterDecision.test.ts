import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { prolong, repeal } from '../../src/workflow/laterDecision.js'
import { nextEdition } from '../../src/workflow/nextEdition.js'
import { create, paragraph, update, type Stored } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { startPublic, type PublicSide } from '../support/public.js'
import { allRows, discard, startEditorial, writtenAbout, type TestEditorial } from '../support/service.js'

onEachDatabase((database) => {
  let editorial: TestEditorial
  let site: PublicSide
  let strategies = 0
  beforeAll(async () => {
    editorial = await startEditorial(database)
    site = await startPublic(editorial)
  })
  afterAll(async () => {
    await site.close()
    await discard(editorial)
  })

  const decision = { body: 'Länsstyrelsen Västernorrland', date: '2021-11-30', diaryNumber: '801-1-2021' }
  const own = { owner: 'vasternorrland', audience: 'own', _status: 'published' }
  const edition = async (more: object = {}): Promise<Stored & { slug: string }> => {
    const slug = `strategi-${(strategies += 1)}`
    const strategy = await create(editorial.payload, 'strategies', { ...own, title: 'Strategi', slug })
    const made = await create(editorial.payload, 'editions', {
      ...own,
      strategy: strategy.id,
      number: 1,
      label: '2018–2021',
      title: 'Den beslutade texten',
      body: paragraph('Text.'),
      validFrom: '2018',
      validThrough: '2021',
      parties: [{ name: 'Landstinget Västernorrland', kind: 'region', adoptedOn: '2018-01-10' }],
      ...more,
    })
    return { ...made, slug }
  }
  const req = () => createLocalReq({}, editorial.payload)
  const inForce = async (slug: string, validAt: string): Promise<unknown> => {
    await site.shelf.follow()
    const { data, errors } = await site.query(
      `query ($slug: String!, $validAt: Date!) { strategy(county: "vasternorrland", slug: $slug) { inForce(validAt: $validAt) {
        state explanation previous { validity(validAt: $validAt) }
        editions { title validThrough prolongations { validThrough decision { body date diaryNumber } } } } } }`,
      { slug, validAt },
    )
    expect(errors).toBeUndefined()
    return (data as { strategy: { inForce: unknown } }).strategy.inForce
  }

  test('a prolongation moves the end by a decision of its own, and leaves text and drafts alone', async () => {
    const { id, slug } = await edition()
    await update(editorial.payload, 'editions', id, { title: 'Ett halvfärdigt utkast' }, { draft: true })
    expect(await inForce(slug, '2022-06-01')).toMatchObject({ state: 'AFTER_LAST' })
    await prolong(await req(), id, { validThrough: '2022', decision })
    expect(await inForce(slug, '2022-06-01')).toMatchObject({
      state: 'IN_FORCE',
      editions: [
        { title: 'Den beslutade texten', validThrough: '2022', prolongations: [{ validThrough: '2022', decision }] },
      ],
    })
    const draft = await editorial.payload.findByID({ collection: 'editions', id, draft: true } as never)
    expect(draft).toMatchObject({ title: 'Ett halvfärdigt utkast', prolongations: [{ validThrough: '2022' }] })
    const [, second] = await writtenAbout(editorial.payload, id)
    expect(second?.record).toMatchObject({ action: 'PUBLISH', note: 'Förlängd till och med 2022.' })
    const corrected = { _status: 'published', title: 'Rättad' }
    await expect(update(editorial.payload, 'editions', id, corrected)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      messages: { sv: expect.stringContaining('Vad har ändrats?') },
    })
    const correction = { context: { release: { changeNote: 'Rättat ett namn' } } }
    await update(editorial.payload, 'editions', id, corrected, correction)
    expect(await inForce(slug, '2022-06-01')).toMatchObject({ editions: [{ title: 'Rättad', validThrough: '2022' }] })
    await prolong(await req(), id, { validThrough: null, decision })
    expect(await inForce(slug, '2030-06-01')).toMatchObject({ state: 'IN_FORCE' })
  })

  test('a repeal ends it before its time, and the answer says so', async () => {
    const { id, slug } = await edition()
    await repeal(await req(), id, { from: '2020-07-01', decision })
    expect(await inForce(slug, '2020-06-30')).toMatchObject({ state: 'IN_FORCE' })
    expect(await inForce(slug, '2020-07-01')).toMatchObject({
      state: 'AFTER_LAST',
      previous: { validity: 'REPEALED' },
      explanation: expect.stringContaining('upphävdes'),
    })
  })

  test('what makes no sense is refused with the field: an end that moves back, a repeal after the end', async () => {
    const { id } = await edition()
    await expect(prolong(await req(), id, { validThrough: '2020', decision })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: ['validThrough'],
    })
    await expect(repeal(await req(), id, { from: '2022-01-01', decision })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: ['from'],
    })
    await repeal(await req(), id, { from: '2020-01-01', decision })
    await expect(prolong(await req(), id, { validThrough: '2025', decision })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    })
  })

  test('a prolongation into the next edition is refused, and so is one of a draft', async () => {
    const { id, strategy } = await edition()
    await create(editorial.payload, 'editions', {
      ...own,
      strategy: (strategy as { id?: string }).id ?? strategy,
      number: 2,
      label: '2022–',
      title: 'Nästa',
      body: paragraph('x'),
      validFrom: '2022',
    })
    await expect(prolong(await req(), id, { validThrough: '2023', decision })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      fields: ['validFrom', 'supersedes'],
    })
    expect(await writtenAbout(editorial.payload, id)).toHaveLength(1)
    const draft = await edition({ _status: 'draft' })
    await expect(prolong(await req(), draft.id, { validThrough: '2025', decision })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })

  test('a new edition starts from the last one and supersedes it, as a draft', async () => {
    const { id, slug } = await edition()
    const next = await nextEdition(await req(), id)
    const [row] = await allRows(editorial.payload, 'editions', { id: { equals: next } })
    expect(row).toMatchObject({ _status: 'draft', number: 2, supersedes: [id] })
    expect(row?.['parties']).toMatchObject([{ name: 'Landstinget Västernorrland' }])
    expect([row?.['validFrom'] ?? null, row?.['label'] ?? null]).toEqual([null, null])
    expect(JSON.stringify(row?.['parties'])).not.toContain('2018-01-10')
    await update(editorial.payload, 'editions', next, { _status: 'published', validFrom: '2020-01-01', label: '2020–' })
    expect(await inForce(slug, '2020-06-01')).toMatchObject({
      editions: [{ title: 'Den beslutade texten', validThrough: null }],
    })
  })

  test('an edition that is superseded in part stays in force beside the one that replaces the part', async () => {
    const first = await edition()
    const strategy = (first['strategy'] as { id?: string }).id ?? first['strategy']
    await create(editorial.payload, 'editions', {
      ...own,
      ...{ strategy, number: 2, label: 'Tillägg', title: 'Tillägg', body: paragraph('x'), validFrom: '2020-01-01' },
      supersedesInPart: [{ edition: first.id, part: 'Kapitel 3' }],
    })
    await site.shelf.follow()
    const { data } = await site.query(
      `query ($slug: String!) { strategy(county: "vasternorrland", slug: $slug) { inForce(validAt: "2020-06-01") {
        editions { label supersedesInPart { part edition { label } } supersededInPartBy { part edition { label } } } } } }`,
      { slug: first.slug },
    )
    expect(data).toMatchObject({
      strategy: {
        inForce: {
          editions: [
            { label: '2018–2021', supersededInPartBy: [{ part: 'Kapitel 3', edition: { label: 'Tillägg' } }] },
            { label: 'Tillägg', supersedesInPart: [{ part: 'Kapitel 3', edition: { label: '2018–2021' } }] },
          ],
        },
      },
    })
  })
})
