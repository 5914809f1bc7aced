import type { Context, ESTree, Reference, Rule, Scope } from '@oxlint/plugins';

/**
 * One raw power and how the code would reach for it. `imports` maps a module to the names that are the power
 * (`*` for the whole module); types may be imported freely, for a type can do nothing.
 */
export type Power = {
  readonly imports?: Readonly<Record<string, readonly string[] | '*'>>;
  /** Names of global variables: `fetch`. */
  readonly globals?: readonly string[];
  /** Properties of global variables: `Date.now`. */
  readonly members?: readonly string[];
  /** Classes that may not be constructed without arguments, because then they read the clock: `Date`. */
  readonly bareConstructors?: readonly string[];
  /** Who owns the power, and what to do instead. Ends with the rule's number in ARCHITECTURE.md. */
  readonly message: string;
};

/** Makes a lint rule that reports every use of one power. Where it applies is said in oxlint.config.ts. */
export function createPowerRule(power: Power): Rule {
  return {
    meta: { type: 'problem', schema: [], docs: { description: power.message } },
    create: (context) => ({
      ImportDeclaration: (node) => {
        if (node.importKind === 'type') return;
        for (const part of node.specifiers) {
          if (!isType(part) && isPower(power, node.source.value, importedName(part))) report(context, power, part);
        }
        if (node.specifiers.length === 0 && isPower(power, node.source.value, '*')) report(context, power, node);
      },
      ImportExpression: (node) => {
        if (node.source.type === 'Literal' && isPower(power, node.source.value, '*')) report(context, power, node);
      },
      'Program:exit': (program) => {
        for (const found of globalUses(context.sourceCode.getScope(program))) {
          if (isGlobalPower(power, found)) report(context, power, found.identifier);
        }
      },
    }),
  };
}

function isPower(power: Power, module: unknown, name: string): boolean {
  const names = typeof module === 'string' ? power.imports?.[module] : undefined;
  if (names === undefined) return false;
  return names === '*' || name === '*' || names.includes(name);
}

function importedName(part: ESTree.ImportDeclarationSpecifier): string {
  if (part.type === 'ImportNamespaceSpecifier') return '*';
  if (part.type === 'ImportDefaultSpecifier') return 'default';
  return part.imported.type === 'Identifier' ? part.imported.name : part.imported.value;
}

function isType(part: ESTree.ImportDeclarationSpecifier): boolean {
  return part.type === 'ImportSpecifier' && part.importKind === 'type';
}

/** References that no declaration in the file answers: true globals, also where a `lib` or `globals` knows them. */
function globalUses(programScope: Scope): readonly Reference[] {
  const global = programScope.type === 'global' ? programScope : (programScope.upper ?? programScope);
  const known = global.variables.filter((variable) => variable.defs.length === 0);
  return [...global.through, ...known.flatMap((variable) => variable.references)];
}

function isGlobalPower(power: Power, use: Reference): boolean {
  const { identifier } = use;
  const { name, parent } = identifier;
  // A type position (`Promise<typeof fetch>`) is no use of the power.
  if (parent.type === 'TSTypeQuery' || (use as { isValueReference?: boolean }).isValueReference === false) return false;
  if (power.globals?.includes(name) === true) return true;
  if (parent.type === 'MemberExpression' && parent.object === identifier) return isMemberPower(power, name, parent);
  if (parent.type === 'NewExpression' && parent.callee === identifier && parent.arguments.length === 0) {
    return power.bareConstructors?.includes(name) === true;
  }
  return false;
}

function isMemberPower(power: Power, object: string, node: ESTree.MemberExpression): boolean {
  const { property } = node;
  const name =
    property.type === 'Identifier' ? property.name : property.type === 'Literal' ? String(property.value) : '';
  if (['globalThis', 'window', 'self'].includes(object)) return power.globals?.includes(name) === true;
  return power.members?.includes(`${object}.${name}`) === true;
}

function report(context: Context, power: Power, node: ESTree.Node): void {
  context.report({ node, message: power.message });
}
