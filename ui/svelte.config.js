export default { compilerOptions: { css: "external" } };
