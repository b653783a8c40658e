/** The shipped resources. Sources lie three folders deep, the built main two: both see them from here. */
export const resources = new URL('../../resources/', import.meta.url)
