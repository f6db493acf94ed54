/** At once, or later: what is public now needs no waiting, what is past is read. */
export type MaybePromise<T> = T | Promise<T>

/** Keeps to one tick where nothing has to be awaited. */
export const mapMaybe = <A, B>(value: MaybePromise<A>, map: (value: A) => MaybePromise<B>): MaybePromise<B> =>
  value instanceof Promise ? held(value.then(map)) : map(value)

/** What is begun beside others may be let go when one of them fails: then its own failure is nobody's, and ends nothing. */
export function held<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

export const allMaybe = <A>(values: MaybePromise<A>[]): MaybePromise<A[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as A[])
