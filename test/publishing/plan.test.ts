import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createLocalReq } from 'payload'
import { cancelPlan } from '../../src/workflow/plan.js'
import { publishedNews, update, userWith } from '../support/content.js'
import { onEachDatabase } from '../support/databases.js'
import { allRows, discard, writtenAbout } from '../support/service.js'
import { startReading, told, type Reading } from '../reading/reading.js'

onEachDatabase((database) => {
  let reading: Reading
  beforeAll(async () => {
    reading = await startReading(database)
  })
  afterAll(async () => {
    await reading.close()
    await discard(reading.editorial)
  })

  const HOUR = 3_600_000
  const inHours = (hours: number): string => new Date(Date.parse(reading.clock.now()) + hours * HOUR).toISOString()
  /** A view takes an hour to ask for. */
  const tell = async (id: string, knownAt?: string): Promise<string> => {
    const view = await reading.view(knownAt)
    return told(view, view.document(id))
  }
  const release = (wish: object): { context: { release: object } } => ({ context: { release: wish } })
  const publish = (id: string, data: object, wish: object = {}) =>
    update(reading.payload, 'news', id, { _status: 'published', ...data }, release(wish))
  const actions = async (id: string): Promise<string[]> =>
    (await writtenAbout(reading.payload, id)).map(({ record }) => record.action)
  const cancel = async (id: string) => cancelPlan(await createLocalReq({}, reading.payload), 'news', id)

  test('what is planned is nowhere to be seen until its instant, and then takes effect by itself', async () => {
    const at = inHours(10)
    const news = await publishedNews(reading.payload, { title: 'Planerad' }, release({ plannedFor: at }))
    const [written] = await writtenAbout(reading.payload, news.id)
    expect(written?.record).toMatchObject({ action: 'PUBLISH', plannedFor: at })
    const view = await reading.view()
    expect([view.document(news.id), view.history(news.id), view.record(written!.record.id)]).toEqual([
      undefined,
      [],
      undefined,
    ])
    expect(view.ofCounty('news', 'vasternorrland')).toEqual([])
    reading.clock.pass(10)
    expect(await tell(news.id)).toBe('PUBLIC Planerad')
    expect(await tell(news.id, new Date(Date.parse(at) - 1).toISOString())).toBe('nothing')
    expect(await tell(news.id, at)).toBe('PUBLIC Planerad')
    expect(await allRows(reading.payload, 'log', { record: { equals: written!.record.id } })).toMatchObject([
      { publicFrom: at },
    ])
  })

  test('a planned correction leaves what is public as it is until then', async () => {
    const news = await publishedNews(reading.payload, { title: 'Nu' })
    await publish(news.id, { title: 'Sedan' }, { plannedFor: inHours(5) })
    expect(await tell(news.id)).toBe('PUBLIC Nu')
    reading.clock.pass(5)
    expect(await tell(news.id)).toBe('PUBLIC Sedan')
  })

  test('with a plan ahead, publishing asks what becomes of it', async () => {
    const news = await publishedNews(reading.payload, { title: 'Nu' })
    await publish(news.id, { title: 'Sedan' }, { plannedFor: inHours(20) })
    await expect(publish(news.id, { title: 'Rättad' })).rejects.toMatchObject({ code: 'PLAN_AHEAD' })
    await publish(news.id, { title: 'Rättad' }, { plan: 'keep' })
    expect(await tell(news.id)).toBe('PUBLIC Rättad')
    await publish(news.id, { title: 'Senare' }, { plan: 'replace', plannedFor: inHours(30) })
    expect(await actions(news.id)).toEqual(['PUBLISH', 'PUBLISH', 'PUBLISH', 'CANCEL', 'PUBLISH'])
    reading.clock.pass(25)
    expect(await tell(news.id)).toBe('PUBLIC Rättad')
    await publish(news.id, { title: 'Ändå nu' }, { plan: 'cancel' })
    expect(await tell(news.id)).toBe('PUBLIC Ändå nu')
    reading.clock.pass(20)
    expect(await tell(news.id)).toBe('PUBLIC Ändå nu')
  })

  test('a plan is cancelled: what was never public becomes a draft, what is public stays', async () => {
    const fresh = await publishedNews(reading.payload, { title: 'Aldrig' }, release({ plannedFor: inHours(5) }))
    await cancel(fresh.id)
    const known = await publishedNews(reading.payload, { title: 'Nu' })
    await publish(known.id, { title: 'Aldrig' }, { plannedFor: inHours(5) })
    await cancel(known.id)
    reading.clock.pass(10)
    expect([await tell(fresh.id), await tell(known.id)]).toEqual(['nothing', 'PUBLIC Nu'])
    expect((await allRows(reading.payload, 'news', { id: { equals: fresh.id } }))[0]).toMatchObject({
      _status: 'draft',
    })
    await expect(cancel(known.id)).rejects.toMatchObject({ code: 'CONFLICT' })
    await publish(known.id, { title: 'Till sist' })
    expect(await tell(known.id)).toBe('PUBLIC Till sist')
  })

  test('an unchanged save of what is planned writes nothing', async () => {
    const news = await publishedNews(reading.payload, { title: 'Planerad' }, release({ plannedFor: inHours(5) }))
    await publish(news.id, {})
    expect(await actions(news.id)).toEqual(['PUBLISH'])
  })

  test('a withdrawal cancels the plan, and a seal stops it', async () => {
    const withdrawn = await publishedNews(reading.payload, { title: 'Nu' })
    await publish(withdrawn.id, { title: 'Sedan' }, { plannedFor: inHours(5) })
    await reading.withdraw('news', withdrawn.id)
    expect(await actions(withdrawn.id)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL', 'WITHDRAW'])
    const sealed = await publishedNews(reading.payload, { title: 'Hemlig' }, release({ plannedFor: inHours(5) }))
    await reading.seal('news', sealed.id)
    reading.clock.pass(10)
    expect([await tell(withdrawn.id), await tell(sealed.id)]).toEqual(['WITHDRAWN Nu', 'nothing'])
  })

  test('what is published after a seal stays when the instant of a sealed plan comes', async () => {
    const news = await publishedNews(reading.payload, { title: 'Fel nummer' })
    await publish(news.id, { title: 'Fel nummer, planerat' }, { plannedFor: inHours(100) })
    await reading.seal('news', news.id)
    await publish(news.id, { title: 'Rätt nummer' })
    reading.clock.pass(200)
    expect(await tell(news.id)).toBe('PUBLIC Rätt nummer')
    expect((await reading.view()).history(news.id).map(({ record }) => record.action)).toEqual([
      'PUBLISH',
      'SEAL',
      'PUBLISH',
    ])
    await reading.seal('news', news.id)
    expect(await tell(news.id)).toContain('SEALED')
  })

  test('what is planned can be neither deleted nor put into the bin before the plan is cancelled', async () => {
    const news = await publishedNews(reading.payload, { title: 'Planerad' }, release({ plannedFor: inHours(5) }))
    const remove = (): Promise<unknown> => reading.payload.delete({ collection: 'news', id: news.id } as never)
    await expect(remove()).rejects.toMatchObject({ code: 'PLAN_AHEAD' })
    const deletedAt = reading.clock.now()
    await expect(update(reading.payload, 'news', news.id, { deletedAt })).rejects.toMatchObject({ code: 'PLAN_AHEAD' })
    await cancel(news.id)
    await expect(remove()).resolves.toBeDefined()
  })

  test.each(['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z', 'imorgon'])(
    'a plan for %s is refused',
    async (plannedFor) => {
      await expect(publishedNews(reading.payload, {}, release({ plannedFor }))).rejects.toMatchObject({
        code: 'BAD_INPUT',
      })
    },
  )

  test('the staff of a county that it is shared with do not see what is planned', async () => {
    const shared = { owner: 'gavleborg', audience: 'named', audienceCounties: ['vasternorrland'] }
    const ahead = new Date(Date.now() + 100 * HOUR).toISOString()
    const news = await publishedNews(reading.payload, { ...shared, title: 'Planerad' }, release({ plannedFor: ahead }))
    const user = await userWith(reading.payload, 'editor', 'vasternorrland')
    for (const draft of [false, true]) {
      const where = { id: { equals: news.id } }
      const seen = await reading.payload.find({
        collection: 'news',
        where,
        draft,
        user,
        overrideAccess: false,
      } as never)
      expect(seen.docs).toEqual([])
    }
    await publish(news.id, {}, { plan: 'cancel' })
    const where = { id: { equals: news.id } }
    const seen = await reading.payload.find({ collection: 'news', where, user, overrideAccess: false } as never)
    expect(seen.docs).toHaveLength(1)
  })
})
