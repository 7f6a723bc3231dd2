import type { Shape } from '@/shared/api/client'
import { codesOf, isSaid, say } from '@/shared/words/codes'

export type Line = Shape<'monitoring.figure.Line'>

export const CODES = [
    'KPI01',
    'KPI02',
    'KPI03',
    'KPI04',
    'KPI05',
    'KPI06',
    'KPI07',
    'KPI08',
    'KPI09',
    'KPI10',
    'KPI11',
    'KPI23',
] as const

export type Code = (typeof CODES)[number]

export const isCode = (text: unknown): text is Code => CODES.includes(text as Code)

// What stands behind the dot of a measure, by what stands before it.
const PARTS: Record<string, string> = {
    category: 'category',
    risk: 'risk',
    channel: 'channel',
    outcome: 'clue-outcome',
    met: 'risk',
    unmet: 'risk',
    removed: 'removal-mode',
    baseType: 'baseType',
    'block-yuan': 'income-block',
    way: 'way',
    rule: 'quality',
    state: 'quality-state',
}
const ALL = 'all'

/** `risk` of `risk.ILLNESS`; `all` for what parts nothing. */
export function groupOf(measure: string): string {
    const head = measure.split('.')[0] ?? ''
    return head !== measure && isSaid('measure-group', head) ? head : ALL
}

/** A measure in words: in those of its indicator, in its own, or in those of the code it counts. */
export function measureWords(code: Code, measure: string): string {
    const own = [`${code}.${measure}`, measure].find((key) => isSaid('measure', key))
    if (own) return say('measure', own)
    const dot = measure.indexOf('.')
    return say(PARTS[measure.slice(0, dot)] ?? 'measure', measure.slice(dot + 1))
}

/** What a measure counts, a key of `figures.unit`. */
export function unitOf(code: Code, measure: string): string {
    if (measure.startsWith('days')) return 'days'
    if (measure.includes('yuan')) return 'yuan'
    if (measure.startsWith('village.')) return 'villages'
    if (code === 'KPI03') return 'clues'
    if (code === 'KPI06') return 'risks'
    if (code === 'KPI11') return measure.startsWith('sheet.') ? 'households' : 'reports'
    return code === 'KPI23' ? 'issues' : 'households'
}

/** Whether a measure is a value of a distribution: where nothing was measured there is none, not even zero. */
export const isRank = (measure: string): boolean => /\.(median|p90)$/.test(measure)

const place = (code: Code, measure: string): number => {
    const order = codesOf('measure')
    const at = Math.max(order.indexOf(measure), order.indexOf(`${code}.${measure}`))
    return at < 0 ? order.length : at
}

/** The measures there are, in the order of their words, group by group, what is overall first. */
export function grouped(code: Code, lines: readonly Line[]): { group: string; measures: string[] }[] {
    const groups = new Map<string, string[]>([[ALL, []]])
    const there = [...new Set(lines.map((line) => line.measure))]
    for (const measure of there.sort((one, other) => place(code, one) - place(code, other))) {
        const group = groupOf(measure)
        groups.set(group, [...(groups.get(group) ?? []), measure])
    }
    return [...groups]
        .filter(([, measures]) => measures.length > 0)
        .map(([group, measures]) => ({ group, measures }))
}

/** What is there of `measure` in `division`; nothing of it is no line. */
export const lineOf = (lines: readonly Line[], division: string, measure: string): Line | undefined =>
    lines.find((line) => line.division === division && line.measure === measure)
