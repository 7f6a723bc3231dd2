import { ref, watch } from 'vue'

export type Language = 'zh' | 'en'

const KEPT = 'shouwang.language'

function kept(): Language {
    try {
        return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh'
    } catch {
        return 'zh'
    }
}

/** What the reader reads. Chinese unless they chose otherwise on this device. */
export const language = ref<Language>(kept())

watch(
    language,
    (chosen) => {
        document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
        try {
            localStorage.setItem(KEPT, chosen)
        } catch {
            // a browser without storage asks again next time
        }
    },
    { immediate: true },
)
