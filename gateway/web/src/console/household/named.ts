import { useI18n } from 'vue-i18n'
import { day } from '@/shared/time'
import { say } from '@/shared/words/codes'
import type { Whole } from '../cases/at'
import { leafOf, tail } from './leaves'

/** What the places of a file are called. */
export function useNames() {
    const { t, te } = useI18n()

    function name(path: string): string {
        const leaf = leafOf(path)
        const keys = [
            `household.leaf.${tail(path).replace('.', '_')}`,
            `household.leaf.${leaf}`,
            `cases.field.${leaf}`,
        ]
        const key = keys.find((one) => te(one))
        return key ? t(key) : leaf
    }

    /** A row of a list: the member, the third case, the measure. */
    function row(list: string, key: string, file: Whole): string {
        if (list === 'members') {
            const member = file.members.find((one) => one.member === key)
            return member ? `${say('relation', member.relation)} ${member.name}` : t('household.leaf.members')
        }
        const within = (file as Record<string, unknown>)[list] as Record<string, unknown>[] | undefined
        if (list === 'measures') {
            const measure = within?.find((one) => one.measure === key)
            return `${t('household.leaf.measures')} ${say('family', measure?.family as string)}`
        }
        if (list === 'visits') {
            const visit = within?.find((one) => one.visit === key)
            return `${t('household.leaf.visits')} ${day(visit?.on as string)}`
        }
        if (list === 'helpers') return `${t('household.leaf.helpers')} ${day(key)}`
        if (list === 'lacks') return say('lack', key)
        if (list === 'checks') return say('criterion', key)
        if (list === 'hits') return say('dataset', key)
        return t(`household.nth.${list}`, { n: list === 'urgentAid' ? Number(key) + 1 : key })
    }

    /** A whole place: `第1次识别 · 入户核实 · 家庭人数`. */
    const whole = (path: string, file: Whole): string =>
        path
            .split('.')
            .filter((part) => part !== 'described')
            .map((part, index, all) => {
                const [, list, key] = /^(\w+)\[(.*)\]$/.exec(part) ?? []
                return list
                    ? row(list, key ?? '', file)
                    : name(all.slice(Math.max(0, index - 1), index + 1).join('.'))
            })
            .join(' · ')

    return { name, whole }
}
