import { ref, watch } from 'vue'

const KEPT = 'shouwang.large'

function kept(): boolean {
    try {
        return localStorage.getItem(KEPT) === 'yes'
    } catch {
        return false
    }
}

/** Larger type for old eyes; kept on this phone. */
export const large = ref(kept())

watch(
    large,
    (chosen) => {
        document.documentElement.classList.toggle('large', chosen)
        try {
            localStorage.setItem(KEPT, chosen ? 'yes' : 'no')
        } catch {
            // a browser without storage asks again next time
        }
    },
    { immediate: true },
)
