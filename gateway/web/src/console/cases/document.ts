import { isSaid, say } from '@/shared/words/codes'

const KINDS: [written: RegExp, kind: string][] = [
    [/^(护照|passport)$/i, 'PASSPORT'],
    [/^(港澳|hong kong|macao)/i, 'HONG_KONG_MACAO'],
    [/^(台湾|taiwan)/i, 'TAIWAN'],
    [/^(永居|永久居留|外国人永久居留|resident)/i, 'PERMANENT_RESIDENT'],
]

/** A document as the register takes it, from how people write it: `护照：E12345678`. */
export function documentOf(written: string): string {
    const [before, ...rest] = written.split(/[:：]/)
    if (rest.length === 0) return written.toUpperCase()
    const kind = KINDS.find(([pattern]) => pattern.test(before?.trim() ?? ''))?.[1] ?? before ?? ''
    return `${kind}:${rest.join(':').trim().toUpperCase()}`
}

/** A document as people read it: its kind in words. */
export function documentWords(document: string): string {
    const [kind, ...rest] = document.split(':')
    return rest.length > 0 && kind && isSaid('document', kind)
        ? `${say('document', kind)} ${rest.join(':')}`
        : document
}
