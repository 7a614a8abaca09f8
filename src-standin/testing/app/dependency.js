export const greeting = 'from the worker'
