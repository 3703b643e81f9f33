export { categoryNamesEn as default } from '../../../../shared/words/categoryNamesEn.ts'
