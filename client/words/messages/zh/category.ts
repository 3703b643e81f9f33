export { categoryNamesZh as default } from '../../../../shared/words/categoryNamesZh.ts'
