import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import typescript from 'typescript-eslint'

export default typescript.config(
    { ignores: ['dist', 'generated', 'components.d.ts'] },
    js.configs.recommended,
    ...typescript.configs.strict,
    ...vue.configs['flat/recommended'],
    ...accessibility.configs['flat/recommended'],
    { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: typescript.parser } } },
    {
        rules: {
            // the type checker knows better
            'no-undef': 'off',
            // the formatter's business
            'vue/max-attributes-per-line': 'off',
            'vue/singleline-html-element-content-newline': 'off',
            'vue/html-self-closing': 'off',
            'vue/html-indent': 'off',
            'vue/html-closing-bracket-newline': 'off',
            'vue/multi-word-component-names': 'off',
            'vue/require-default-prop': 'off',
            'vue/no-v-html': 'error',
            'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
            // a form of Element Plus or Vant labels its fields itself
            'vuejs-accessibility/form-control-has-label': 'off',
        },
    },
)
