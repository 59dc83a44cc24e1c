/** `name text name text …`, white space between. */
function table(words: string): ReadonlyMap<string, string> {
  const entries = words.trim().split(/\s+/);
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < entries.length; i += 2) map.set(entries[i] ?? '', entries[i + 1] ?? '');
  return map;
}

/** Letters and signs of text: as all TeX words they take the white space behind them. */
const textSigns = table(`
  ss ß SS SS o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ
  textdh ð textDH Ð textthorn þ textThorn Þ textdong ₫ textschwa ə textesh ʃ textezh ʒ textturnv ʌ textopeno ɔ
  textepsilon ε textipagamma ɣ textbeltl ɬ textglotstop ʔ dbar đ Dbar Đ hbar ħ
  textbackslash \\ textasciitilde ~ textasciicircum ^ textasciigrave \` textasciiacute ´ textasciidieresis ¨
  textasciimacron ¯ textasciibreve ˘ textasciicaron ˇ textasciicedilla ¸ textacutedbl ˝ textgravedbl ˵
  textbraceleft { textbraceright } lbrace { rbrace } textbar | textbardbl ‖ textless < textgreater > textdollar $
  textunderscore _ textpercent % textampersand & textnumbersign # texthash # textquotedbl " textquotesingle '
  textquotestraightbase ‚ textquotestraightdblbase „ textslash / slash / textasteriskcentered * textat @
  ldots … dots … textellipsis … dotsc … dotsb … dotsm … dotso … ellipsis …
  textendash – textemdash — textminus − texthyphen - textfiguredash ‒ textbrokenbar ¦ textperiodcentered · cdotp ·
  textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ quotesinglbase ‚ quotedblbase „
  glq ‚ grq ‘ glqq „ grqq “ flq ‹ frq › flqq « frqq » guillemotleft « guillemotright » guillemetleft «
  guillemetright » guilsinglleft ‹ guilsinglright › og « fg »
  copyright © textcopyright © textcopyleft 🄯 registered ® textregistered ® texttrademark ™ textservicemark ℠
  circledR ® pounds £ textsterling £ euro € EUR € texteuro € yen ¥ textyen ¥ cent ¢ textcent ¢ currency ¤
  textcurrency ¤ textwon ₩ textlira ₤ textnaira ₦ textpeso ₱ textbaht ฿ textflorin ƒ
  degree ° textdegree ° degreeCelsius ℃ celsius ℃ textcelsius ℃ S § textsection § P ¶ textparagraph ¶ textpilcrow ¶
  dag † ddag ‡ textdagger † textdaggerdbl ‡ dagger † ddagger ‡ textbullet • bullet • textopenbullet ◦
  textordfeminine ª textordmasculine º ordfeminine ª ordmasculine º textonehalf ½ textonequarter ¼
  textthreequarters ¾ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textpm ± texttimes × textdiv ÷
  textlnot ¬ textmu µ micro µ textohm Ω ohm Ω textmho ℧ textnumero № textestimated ℮ textperthousand ‰
  textpertenthousand ‱ textreferencemark ※ textinterrobang ‽ textmusicalnote ♪ textdiscount ⁒ textrecipe ℞
  textexclamdown ¡ textquestiondown ¿ textvisiblespace ␣ textleftarrow ← textrightarrow → textuparrow ↑
  textdownarrow ↓ textsurd √ textlangle ⟨ textrangle ⟩ textlbrackdbl ⟦ textrbrackdbl ⟧ textdblhyphen ⹀ textborn ⋆
  textdied † textmarried ⚭ textdivorced ⚮ textbigcircle ◯ checkmark ✓ ding ✓
  TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX AmS AMS adddot . addcomma , addcolon :
  addsemicolon ;
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ
  lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ
  chi χ psi ψ omega ω Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
  Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
  textalpha α textbeta β textgamma γ textdelta δ textzeta ζ texteta η texttheta θ textiota ι textkappa κ
  textlambda λ textnu ν textxi ξ textomikron ο textpi π textrho ρ textsigma σ texttau τ textupsilon υ textphi φ
  textchi χ textpsi ψ textomega ω textGamma Γ textDelta Δ textTheta Θ textLambda Λ textXi Ξ textPi Π textSigma Σ
  textUpsilon Υ textPhi Φ textPsi Ψ textOmega Ω
`);

/**
 * Signs of mathematics, which people write outside math too, as words of a sentence: white space behind them stays.
 */
const mathSigns = table(`
  leq ≤ le ≤ leqslant ⩽ geq ≥ ge ≥ geqslant ⩾ neq ≠ ne ≠ ll ≪ gg ≫ lt < gt > equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅
  propto ∝ asymp ≍ doteq ≐ prec ≺ succ ≻ lesssim ≲ gtrsim ≳ times × div ÷ pm ± mp ∓ cdot · cdots ⋯ ast ∗ star ⋆
  circ ∘ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ cup ∪ cap ∩ setminus ∖ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ in ∈
  notin ∉ ni ∋ emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ wedge ∧ land ∧ vee ∨ lor ∨ vdash ⊢
  models ⊨ top ⊤ bot ⊥ perp ⊥ parallel ∥ mid ∣ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ coprod ∐ int ∫ oint ∮ sqrt √
  surd √ angle ∠ triangle △ square □ Box □ Diamond ◇ diamond ⋄ prime ′ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ imath ı jmath ȷ
  to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ iff ⟺
  mapsto ↦ longrightarrow ⟶ longleftarrow ⟵ uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗
  searrow ↘ rightleftharpoons ⇌ leadsto ⇝ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | Vert ‖ lvert |
  rvert | backslash \\ dotplus ∔ therefore ∴ because ∵ hookrightarrow ↪ heartsuit ♡ spadesuit ♠ clubsuit ♣
  diamondsuit ♢ flat ♭ natural ♮ sharp ♯
`);

/** What a command word stands for in text, and whether it takes the white space behind it. */
export function texSymbol(name: string): { readonly text: string; readonly takesSpace: boolean } | undefined {
  const text = textSigns.get(name);
  if (text !== undefined) return { text, takesSpace: true };
  const sign = mathSigns.get(name);
  return sign === undefined ? undefined : { text: sign, takesSpace: false };
}

/** Math of one sign that needs no typesetting: exporters write `$<$` for `<`. */
export const plainMath: ReadonlyMap<string, string> = new Map([
  ['<', '<'],
  ['>', '>'],
  ['|', '|'],
  ['+', '+'],
  ['=', '='],
  ['/', '/'],
  ['*', '*'],
  ['\\{', '{'],
  ['\\}', '}'],
  ['\\lbrace', '{'],
  ['\\rbrace', '}'],
  ['\\backslash', '\\'],
  ['\\&', '&'],
  ['\\%', '%'],
  ['\\#', '#'],
  ['\\_', '_'],
  ['\\$', '$'],
]);
