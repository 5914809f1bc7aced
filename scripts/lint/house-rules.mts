import { basename } from 'node:path';
import type { ESTree, Rule } from '@oxlint/plugins';
import { createPowerRule } from './power-rule.mts';
import { PURITY, RAW_POWERS } from './raw-powers.mts';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const NAMES_THAT_SAY_NOTHING = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[a-z]+$)/;

const noDefaultExport: Rule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    ExportDefaultDeclaration: (node) => {
      context.report({
        node,
        message: 'Export by name: then the name is the same everywhere and can be searched for.',
      });
    },
  }),
};

const fileName: Rule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    Program: (node) => {
      const name = basename(context.filename);
      const path = context.filename.slice(context.cwd.length + 1);
      if (!KEBAB_CASE.test(name.replace(/^\./, ''))) {
        context.report({ node, message: `Name files in kebab-case after their one main export, not "${name}".` });
      }
      if (/^index\.tsx?$/.test(name)) {
        context.report({
          node,
          message: 'No index files: import the file that has it. The door of a feature is feature.ts.',
        });
      }
      if (NAMES_THAT_SAY_NOTHING.test(path)) {
        context.report({
          node,
          message: 'This name says nothing about what is inside. Name the file after what it does.',
        });
      }
    },
  }),
};

const noRawHtml: Rule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => {
    const message =
      'Never hand text to the HTML parser: what a prisoner or a family writes would become code. Let React draw it.';
    return {
      'JSXAttribute[name.name="dangerouslySetInnerHTML"]': (node: ESTree.Node) => {
        context.report({ node, message });
      },
      'Property[key.name="dangerouslySetInnerHTML"]': (node: ESTree.Node) => {
        context.report({ node, message });
      },
      'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]': (
        node: ESTree.Node,
      ) => {
        context.report({ node, message });
      },
      'CallExpression[callee.property.name="insertAdjacentHTML"]': (node: ESTree.Node) => {
        context.report({ node, message });
      },
    };
  },
};

/** Our own rules for the linter: one for each raw power, and a few of the house's habits. */
export default {
  meta: { name: 'house' },
  rules: {
    'no-default-export': noDefaultExport,
    'file-name': fileName,
    'no-raw-html': noRawHtml,
    pure: createPowerRule(PURITY),
    ...Object.fromEntries(RAW_POWERS.map((power) => [power.name, createPowerRule(power)])),
  },
};
