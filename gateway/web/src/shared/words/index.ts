import { createI18n } from 'vue-i18n'
import { watch } from 'vue'
import { language } from './language'
import zh from './zh'
import en from './en'

export interface Messages {
    [key: string]: string | Messages
}

/** The words of a part of the pages: each key in both languages. */
export interface Words {
    zh: Messages
    en: Messages
}

/** The i18n of one page. `words` are its own parts' words, keyed by part. */
export function speaking(words: Record<string, Words> = {}) {
    const part = (chosen: 'zh' | 'en') =>
        Object.fromEntries(Object.entries(words).map(([name, said]) => [name, said[chosen]]))
    const i18n = createI18n({
        legacy: false,
        locale: language.value,
        fallbackLocale: 'zh',
        messages: { zh: { ...zh, ...part('zh') }, en: { ...en, ...part('en') } },
    })
    watch(language, (chosen) => {
        i18n.global.locale.value = chosen
    })
    return i18n
}
