export { categoryNamesZh as default } from '../../../../shared/words/category/categoryNamesZh.ts'
