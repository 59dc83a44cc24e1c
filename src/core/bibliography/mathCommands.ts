/**
 * The TeX commands that may stand in a title's `$math$`: they draw something and do nothing else. Math with any other
 * command is written as plain text, because a bibliography is run through TeX and titles come from strangers.
 */
export const mathCommands: ReadonlySet<string> = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho ' +
    'sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ' +
    'mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol bm text textit textbf textrm ' +
    'operatorname ell hbar partial nabla infty emptyset varnothing forall exists neg hat bar tilde vec dot ddot ' +
    'widehat widetilde overline underline sqrt frac tfrac dfrac binom sum prod int oint lim sup inf max min log ln exp ' +
    'sin cos tan arg det dim ker Pr gcd times cdot cdots ldots dots circ bullet star ast pm mp div oplus otimes odot ' +
    'cap cup setminus subset subseteq supset supseteq in ni notin wedge vee le leq ge geq ne neq ll gg approx sim simeq ' +
    'cong equiv propto to gets mapsto rightarrow leftarrow Rightarrow Leftarrow leftrightarrow longrightarrow uparrow ' +
    'downarrow langle rangle lfloor rfloor lceil rceil lbrace rbrace vert Vert mid parallel perp angle prime dagger ' +
    'left right big Big quad qquad top bot'
  ).split(' '),
);
