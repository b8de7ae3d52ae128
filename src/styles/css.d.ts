/** A style sheet imported as text; the build and the test server turn it into a module. */
declare module '*.css' {
  const text: string;
  export default text;
}
