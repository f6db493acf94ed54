/** The languages that the service itself speaks to people in; texts are shown in whichever they were released. */
export type Speech = 'sv' | 'en'
/** Something in both of them. */
export type Both<T> = Readonly<Record<Speech, T>>

/** Words in both languages: whatever is said in one is said in the other. */
export const both = <T>(words: { sv: T; en: NoInfer<T> }): Both<T> => words
