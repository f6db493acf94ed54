/** At once, or later: what is public now needs no waiting, what is past is read. */
export type MaybePromise<T> = T | Promise<T>

/** Keeps to one tick where nothing has to be awaited. */
export const mapMaybe = <A, B>(value: MaybePromise<A>, map: (value: A) => MaybePromise<B>): MaybePromise<B> =>
  value instanceof Promise ? value.then(map) : map(value)

export const allMaybe = <A>(values: MaybePromise<A>[]): MaybePromise<A[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as A[])
