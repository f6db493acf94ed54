import type { Payload } from 'payload'
import { hashOf, hintOf, newKey } from '../../src/websites/keys.js'
import { create } from '../support/content.js'

/** A website with a key, as an administrator has set it up. */
export async function websiteWithKey(
  payload: Payload,
  county: string,
  origins: readonly string[] = [],
): Promise<string> {
  const key = newKey()
  const keys = [{ hash: hashOf(key), hint: hintOf(key), createdAt: '2026-01-01T00:00:00.000Z' }]
  await create(payload, 'websites', { county, origins: origins.map((origin) => ({ origin })), keys })
  return key
}

export const bearer = (key: string): { authorization: string } => ({ authorization: `Bearer ${key}` })
