/** Words of the papers that `inventedPapers` makes up. Frequent ones stand first: the first of a list is used most. */
export const inventedWords = {
  things: list(`
    model data language network learning image system graph policy task representation agent video feature prediction
    detection optimization inference segmentation attention robot prompt reward knowledge retrieval translation
    classification object question speech text signal memory sample planning distribution gradient embedding simulation
    dialogue sentence document token label noise domain cluster kernel query user trajectory motion scene depth camera
    sensor map protein molecule patient disease gene cell tumor drug diagnosis recommendation preference privacy attack
    defense watermark fairness bias explanation concept rule logic program code compiler bug database index cache
    schedule game auction market traffic vehicle drone satellite climate weather energy battery grid circuit chip
    quantization pruning distillation diffusion transformer autoencoder convolution recurrence ensemble tree forest
    regression bandit equilibrium uncertainty calibration confidence anomaly outlier event causality intervention
    counterfactual treatment survey benchmark annotation crowd student teacher curriculum exam tutor emotion gesture
    face gaze pose hand skeleton shape mesh texture surface light shadow color photo painting music melody rhythm sound
    voice accent dialect grammar syntax parser morphology lexicon ontology entity relation claim argument rumor news
    summary headline review sentiment opinion irony joke story character plot poem citation abstract paper library
    keyword topic theme paragraph corpus archive survey legend formula proof theorem lemma axiom solver constraint
    heuristic search beam path route maze tile puzzle chess poker tournament team coalition vote election jury norm
    contract negotiation trust reputation consensus ledger blockchain protocol packet router channel antenna spectrum
    interference latency throughput bandwidth queue thread process kernel driver firmware gateway firewall malware
    password fingerprint iris gait heartbeat pulse brain cortex neuron synapse spike lesion retina eye ear skin bone
    muscle joint limb gripper finger wrist leg wheel wing rotor hull tank pump valve pipe bridge tunnel road lane
    intersection pedestrian cyclist parking harbor ship port container warehouse shelf box parcel order supply demand
    price stock portfolio credit loan fraud tax insurance risk hazard flood drought fire earthquake landslide volcano
    glacier ocean wave tide coral fish whale bird nest bee hive ant swarm flock herd horse cow sheep pig piglet dog cat
    mouse rat monkey leaf root seed crop wheat rice maize soil pest fungus virus bacterium enzyme antibody vaccine
    epidemic hospital nurse surgeon scalpel needle catheter implant prosthesis wheelchair elderly child family school
    village city building window door room floor wall ceiling furniture kitchen recipe dish garment fabric shoe
  `),
  qualities: list(`
    neural efficient deep robust adaptive large multimodal generative unsupervised contrastive hierarchical dynamic
    interpretable sparse visual semantic temporal spatial causal probabilistic bayesian federated continual adversarial
    graph-based low-rank zero-shot few-shot self-supervised weakly-supervised long-context cross-lingual multilingual
    compositional modular scalable fast lightweight parallel distributed decentralized online offline interactive
    autonomous cooperative competitive hybrid symbolic latent implicit explicit discrete continuous stochastic
    deterministic nonlinear convex submodular spectral geometric equivariant invariant topological hyperbolic
    differentiable recursive iterative incremental approximate exact optimal provable certified private secure
    trustworthy fair explainable controllable personalized embodied situated aligned calibrated uncertain noisy
    incomplete heterogeneous imbalanced longitudinal streaming real-time embedded quantum optical acoustic thermal
    haptic tactile underwater aerial legged soft wearable clinical molecular genomic ecological agricultural urban
    financial legal educational historical medieval poetic musical culinary playful curious stubborn honest sleepy
  `),
  deeds: list(`
    learn generate predict improve detect reconstruct align optimize estimate retrieve segment classify translate plan
    explain compress adapt transfer control navigate simulate reason rank cluster recommend summarize annotate parse
    verify prove schedule allocate negotiate track localize grasp walk fly swim sort count watch listen read write edit
    draw paint compose sing play teach tutor diagnose treat forecast monitor protect attack defend forget remember
    imitate explore exploit search prune merge split route cache index encrypt audit certify calibrate denoise restore
    colorize relight animate rewrite paraphrase cite review argue persuade vote trade bid insure harvest irrigate breed
  `),
  tools: list(`
    framework approach method algorithm architecture pipeline benchmark dataset loss objective module layer estimator
    regularizer decoder encoder backbone adapter controller planner simulator toolkit theory analysis bound procedure
    protocol curriculum taxonomy metric criterion prior posterior sampler scheduler optimizer tokenizer verifier critic
    oracle surrogate proxy baseline annotation scheme corpus library interface workbench notebook extension assistant
  `),
  endings: list(
    `former net bert diff flow gan rl gpt llm nerf clip tune bench qa fuse mix prune sat gnn vae ode seg track`,
  ),
  syllables: list(`
    ka ro mi ten su lar vo nim per dat qui ex ul fo ran be sto cli net gra pol zen ari tol mur vek osh lyn dra fen hul
    ista prax wob yel zor bli cran dus ept fi glo
  `),
  given: list(`
    Wei Anna Li Maria Yan David Yu Michael Jing Thomas Xin Daniel Hao Laura Jun Peter Min Sarah Lei Andreas Hui Julia
    Yang Martin Chen Elena Ming Paul Rui Sofia Tao Jan Ying Lucas Bo Nina Kai Marco Fei Ines Amir Leila Omar Fatima
    Ravi Priya Arjun Ananya Hiroshi Yuki Kenji Sakura Jisoo Minho Minh Linh Somchai Putri Nikolai Olga Ivan Katarzyna
    Piotr Zofia Jakub Lenka Istvan Eszter Ioana Andrei Dimitris Eleni Mehmet Ayşe Yusuf Zeynep Noam Tamar Kwame Ama
    Chidi Ngozi Thabo Lerato Diego Valentina Mateo Camila João Beatriz Zoë José Renée François Søren Åsa Jürgen Łukasz
    Siobhán Niamh Ewan Isla Giulia Luca Chiara Pedro Nuria Aitor Maite Emil Freja Oskar Aino Eero Liis Janis Rasa Dragan
  `),
  surnames: list(`
    Wang Zhang Li Liu Chen Yang Huang Zhao Wu Zhou Kim Lee Park Singh Kumar Gupta Smith Johnson Müller Schmidt Nguyen
    Tran Garcia Martinez Sharma Patel Rossi Ferrari Ivanov Petrov Sato Suzuki Tanaka Watanabe Xu Sun Ma Zhu Hu Guo He Lin
    Luo Gao Zheng Liang Xie Tang Han Cao Deng Feng Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu
    Ding Ren Shen Yao Choi Jung Kang Cho Yoon Jang Lim Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson White
    Harris Clark Lewis Young Walker Hall Allen Wright Hill Scott Green Adams Baker Nelson Carter Mitchell Roberts Turner
    Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Rivera Cooper
    Richardson Cox Howard Ward Torres Peterson Gray Ramirez James Watson Brooks Kelly Sanders Price Bennett Wood Barnes
    Ross Henderson Coleman Jenkins Perry Powell Long Patterson Hughes Flores Washington Butler Simmons Foster Gonzales
    Bryant Alexander Russell Griffin Diaz Hayes Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Richter Klein Wolf
    Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Bernard
    Dubois Moreau Laurent Simon Lefebvre Fournier Girard Bonnet Rousseau Mercier Blanc Guérin Boyer Garnier Chevalier
    Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti
    Silva Santos Oliveira Souza Pereira Lima Carvalho Ferreira Almeida Ribeiro Hernández López Pérez Sánchez Ramírez
    Jensen Nielsen Hansen Larsen Sørensen Andersson Johansson Karlsson Nilsson Lindqvist Korhonen Virtanen Mäkinen
    Kowalski Wiśniewski Wójcik Kamiński Lewandowski Novák Svoboda Dvořák Horváth Nagy Szabó Popescu Ionescu Papadopoulos
    Yılmaz Demir Kaya Şahin Cohen Levy Mizrahi Haddad Khoury Nasser Rahimi Hosseini Karimi Okafor Mensah Dlamini Nkosi
    Fujimoto Nakamura Kobayashi Yamamoto Matsumoto Inoue Kimura Hayashi Shimizu Banerjee Mukherjee Chatterjee Iyer Nair
    Reddy Rao Krishnan Menon Pham Hoang Bui Santoso Wijaya Reyes Cruz Bautista Tshabalala Abebe Tesfaye Mwangi Otieno
  `),
  venues: list(`
    ACL NeurIPS ICML CVPR AAAI ICLR EMNLP IJCAI ICRA ECCV ICCV NAACL COLING IROS KDD WWW SIGIR UAI AISTATS COLT RSS WACV
    INTERSPEECH CHI RecSys JMLR TACL TMLR
  `),
} as const;

/** Words separated by white space. */
function list(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
