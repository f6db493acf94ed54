/** The counties that have content and staff in the demo. */
export const demoCounties = ['vasternorrland', 'gavleborg'] as const
