const words = new Set(
  (
    'a an the and or but nor so yet of in on at by for to from with without within into onto over under between ' +
    'through about as than then that this these those there here it its itself they their them themselves we our ' +
    'ours us he she his her hers him you your yours yourself yourselves himself herself ourselves oneself i me my mine myself is are was were be been being am do does did ' +
    'does done doing has have had having can could will would shall should may might must cannot no not nor none who whom ' +
    'whose which what when where why how if else while whereas also such both each either neither more most other ' +
    'others another some any all only very via per vs versus et al etc eg ie perhaps sometimes up down out off above below across after ' +
    'before again against among amongst around along behind beside besides beyond despite during except inside ' +
    'outside near since till toward towards throughout until upon because although though unless whether however ' +
    'therefore thus hence moreover furthermore nevertheless instead rather just even still already always never often ' +
    'once ever too quite almost enough much many few less least own same every everything something anything nothing ' +
    'one two three four five six seven eight nine ten first second third now well really let uh oh yes like ' +
    'don didn doesn isn aren wasn won wouldn couldn shouldn ll ve re im dont cant http https www com org github ' +
    'href html'
  ).split(' '),
);

/** The same of other languages that papers are written in, but for what is a word of English titles ("son", "pour"). */
const foreign =
  'der die das des dem den ein eine einer eines einem einen und oder im am zu zum zur von vom mit für auf aus bei nach als ' +
  'auch wie ist sind nicht durch über unter zwischen sich ' +
  'le la les du de et en un une au aux par sur dan dans avec est sont que qui ce cette ces ' +
  'el los las del con por para una uno como es se su sus al lo os dos em um uma na nos ' +
  'il gli di da nel nella della delle dei per tra ed che ' +
  'во на со из для по от об при не что как это или но за над под до между его ее их';
for (const word of foreign.split(' ')) words.add(word);

/** Words that say nothing of a paper's subject in any library: neither grouped by nor shown. Folded forms. */
export const functionWords: ReadonlySet<string> = words;

/**
 * Words of papers about papers: what every abstract does, whatever it is about. They never name a theme, and no label
 * begins or ends with one; folded forms, adjectives and verbs included.
 */
export const emptyWords: ReadonlySet<string> = new Set(
  (
    'paper article work study research literature author approach method methodology technique framework result ' +
    'finding experiment experimental evaluation evaluating evaluate proposal propose proposed proposing present ' +
    'presented presenting introduce introduced introducing introduction show shown showing demonstrate ' +
    'demonstrating investigate investigating explore exploring address addressing develop developing development ' +
    'provide provided providing improve improving improved improvement achieve achieving enable enabling allow ' +
    'allowing make making use used using usage utilize utilizing leverage leveraging exploit exploiting apply ' +
    'applying applied application based base consider considering obtain obtaining require requiring requirement ' +
    'outperform novel new newly recent recently current currently existing previous prior proper various several ' +
    'different diverse multiple single general generally specific specifically particular particularly common ' +
    'commonly main major key important importance significant significantly substantial effective effectively ' +
    'effectiveness efficient efficiently efficiency better best good great high higher highly low lower large larger ' +
    'largely small smaller simple simply complex complexity easy hard difficult fast faster quick quickly slow ' +
    'powerful promising popular practical real real-world state-of-the-art stateoftheart realworld art state ' +
    'performance accuracy problem challenge challenging issue question task case example instance way step part ' +
    'number set amount range kind type form level degree aspect factor property effect impact role insight ' +
    'understanding understand towards rethinking revisiting revisit beyond exploration analysis analyze analyzing ' +
    'analyse comparison comparing compare comparative comprehensive extensive overview survey review tutorial ' +
    'perspective view viewpoint theory-guided empirical empirically theoretical theoretically capable capability ' +
    'ability potential possible possibility available availability future today year decade time long short full ' +
    'fully partial simultaneous respectively due given gain benefit advantage limitation drawback goal aim objective ' +
    'purpose contribution idea concept notion term word thing people look find finding finds found take taking need ' +
    'help reveal revealing matter matters get getting tell everything everyone unexpected minimal large-scale ' +
    'largescale scale scalable scaling follow following including include included suggest suggesting observe ' +
    'towards related relevant relevance similar similarly furthermore additional additionally well-known scenario ' +
    'setting context experience success successful successfully first-ever end-to-end endtoend high-quality ' +
    'highquality low-cost lowcost open open-source opensource publicly code demo supplementary material project page ' +
    'website dataset benchmark emergence value'
  ).split(' '),
);
