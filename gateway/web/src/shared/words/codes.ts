import services from 'virtual:words/zh'
import servicesEn from 'virtual:words/en'
import { language } from './language'
import { own } from './own'

/**
 * The words for a code of the API. `kind` names the family the code belongs to, as the services' own
 * message files do (`risk`, `role`, `event`), or as `own.ts` does for what only pages show.
 *
 * @returns never the code itself: one that nobody has words for is told as unknown
 */
export function say(kind: string, code: string | null | undefined): string {
    if (code === null || code === undefined || code === '') return ''
    const of = language.value === 'zh' ? services : servicesEn
    const mine = own[kind]?.[code]
    return (
        (mine && mine[language.value === 'zh' ? 0 : 1]) ??
        of[`word.${kind}.${code}`] ??
        of[`${kind}.${code}`] ??
        (language.value === 'zh' ? '未知' : 'unknown')
    )
}

/** Whether there are words for a code at all. */
export const isSaid = (kind: string, code: string): boolean =>
    own[kind]?.[code] !== undefined || `word.${kind}.${code}` in services || `${kind}.${code}` in services

/** The codes of a family in the order they were written down, for a choice. */
export function codesOf(kind: string): string[] {
    const mine = Object.keys(own[kind] ?? {})
    const prefix = `word.${kind}.`
    return [
        ...mine,
        ...Object.keys(services)
            .filter((key) => key.startsWith(prefix))
            .map((key) => key.slice(prefix.length))
            .filter((code) => !mine.includes(code)),
    ]
}
