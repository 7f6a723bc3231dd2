import { day, moment, yuan } from '@/shared/time'
import { isSaid, say } from '@/shared/words/codes'
import { language } from '@/shared/words/language'
import { documentWords } from '../cases/document'

// What the codes of a file belong to, by the name of the field, or by its part and its name.
const KINDS: Record<string, string> = {
    baseType: 'standing',
    sex: 'sex',
    relation: 'relation',
    labour: 'labour',
    joined: 'increase',
    gone: 'decrease',
    category: 'category',
    risk: 'risk',
    risks: 'risk',
    risksGone: 'risk',
    family: 'family',
    lack: 'lack',
    criterion: 'criterion',
    dataset: 'dataset',
    datasets: 'dataset',
    effect: 'effect',
    signed: 'signature',
    lastStep: 'event',
    health: 'health',
    structure: 'structure',
    tenure: 'tenure',
    road: 'road',
    fuel: 'fuel',
    toilet: 'toilet',
    education: 'education',
    status: 'school',
    notAtSchool: 'not-at-school',
    sector: 'sector',
    channel: 'work-channel',
    payer: 'payer',
    pension: 'pension',
    politicalStatus: 'politics',
    graduateWithoutWork: 'graduate',
    'house.grade': 'house-grade',
    'disability.category': 'disability',
    'rejection.reason': 'rejection',
    'objections.by': 'objector',
    'exits.mode': 'removal-mode',
    'decision.mode': 'removal-mode',
    'visits.mode': 'visit-mode',
    'measures.state': 'measure-state',
    'baseTypeDispute.state': 'dispute-state',
    'closed.ground': 'decrease-ground',
    'checks.outcome': 'check',
}

// Names of rows elsewhere, and what only programs need.
const UNSAID = new Set([
    'household',
    'member',
    'measure',
    'visit',
    'clue',
    'policy',
    'lineVersion',
    'terms',
    'movedFrom',
    'movedTo',
    'mergedInto',
    'alsoKnownAs',
    'corrects',
    'correctedBy',
    'hidden',
    'met',
    'division',
    'empty',
    'attempt',
    'cycle',
])

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T/
const HUNDREDTHS = /(^|\.)(land\.\w+|house\.area)$/

/** The name of a place without what tells rows apart: `cycles.visit.on`. */
const plain = (path: string): string => path.replace(/\[[^\]]*\]/g, '')

/** The part and the name at its end: `visit.on`. */
export const tail = (path: string): string => plain(path).split('.').slice(-2).join('.')

export const leafOf = (path: string): string => plain(path).split('.').at(-1) ?? path

export const isUnsaid = (path: string): boolean => UNSAID.has(leafOf(path))

/** What stands at a place of a file, as people read it; empty when nothing does. */
export function tell(path: string, value: unknown): string {
    if (value === null || value === undefined) return ''
    if (Array.isArray(value)) {
        return value
            .map((one) => tell(path, one))
            .filter(Boolean)
            .join(language.value === 'zh' ? '、' : ', ')
    }
    if (typeof value === 'boolean') return yesOrNo(value)
    const leaf = leafOf(path)
    if (typeof value === 'number') {
        if (/Fen(\.|$)/.test(tail(path))) return yuan(value)
        return HUNDREDTHS.test(plain(path)) ? (value / 100).toFixed(2) : String(value)
    }
    if (typeof value !== 'string') return ''
    if (leaf === 'document') return documentWords(value)
    const kind = KINDS[tail(path)] ?? KINDS[leaf]
    if (kind && isSaid(kind, value)) return say(kind, value)
    if (DAY.test(value)) return day(value)
    return INSTANT.test(value) ? moment(value) : value
}

const yesOrNo = (value: boolean): string =>
    language.value === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
