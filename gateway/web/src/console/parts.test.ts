import { expect, it } from 'vitest'
import type { Messages } from '@/shared/words'
import { parts } from './parts'

const keys = (messages: Messages, before = ''): string[] =>
    Object.entries(messages).flatMap(([key, said]) =>
        typeof said === 'string' ? [before + key] : keys(said, `${before}${key}.`),
    )

it.each(Object.entries(parts))('%s says everything in both languages', (_, { words }) => {
    expect(keys(words.en).sort()).toEqual(keys(words.zh).sort())
})

it.each(Object.entries(parts))('%s has words for its titles', (name, { words, routes, menu }) => {
    const titles = [...menu.map((entry) => entry.title), ...routes.map((route) => route.meta?.title)]
    const said = keys(words.zh).map((key) => `${name}.${key}`)
    titles.forEach((title) => title && expect(said).toContain(title))
})
