import { randomBytes } from 'node:crypto'

/** Of this process: no other one begins its ids like this. */
const thisProcess = randomBytes(6).toString('base64url')
let requests = 0

/** What an answer and the log call a request. A number is enough, and costs each answer less than one drawn by lot. */
export const nextRequestId = (): string => `${thisProcess}.${(requests += 1).toString(36)}`
