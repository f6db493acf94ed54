'use client'

/** Stands where Payload would unpublish without a record: what is public is withdrawn or sealed instead. */
export const NoUnpublish = () => null
