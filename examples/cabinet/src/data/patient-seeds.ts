/** Fictional patients: names made up, phone numbers in the range reserved for fiction, social security months that do not exist. */

export interface PatientSeed {
  title: 'M.' | 'Mme'
  lastName: string
  firstName: string
  birthDay: string
  city: string
  ald?: string
  allergies?: string[]
  background?: string[]
}

const lilas: PatientSeed[] = [
  {
    title: 'Mme',
    lastName: 'MARCHEFROID',
    firstName: 'Odile',
    birthDay: '1948-05-12',
    city: 'Rennes',
    ald: 'Diabète de type 2',
    allergies: ['Pénicilline'],
    background: ['Hypertension artérielle (2009)', 'Diabète de type 2 (2014)'],
  },
  {
    title: 'M.',
    lastName: 'BONTEMPS',
    firstName: 'Gaspard',
    birthDay: '1979-11-03',
    city: 'Cesson-Sévigné',
    background: ['Lombalgie chronique'],
  },
  {
    title: 'Mme',
    lastName: 'VENTDOUX',
    firstName: 'Apolline',
    birthDay: '1991-02-27',
    city: 'Rennes',
    background: ['Migraine avec aura'],
  },
  {
    title: 'M.',
    lastName: 'PETITJARDIN',
    firstName: 'Anatole',
    birthDay: '1956-08-19',
    city: 'Saint-Grégoire',
    ald: 'Insuffisance cardiaque',
    allergies: ['Aspirine'],
    background: ['Infarctus (2018)', 'Ancien fumeur'],
  },
  {
    title: 'Mme',
    lastName: 'CLAIREAU',
    firstName: 'Joséphine',
    birthDay: '2019-06-30',
    city: 'Rennes',
    background: ['Vaccinations à jour'],
  },
  {
    title: 'M.',
    lastName: 'LONGUEVILLE',
    firstName: 'Firmin',
    birthDay: '1938-01-09',
    city: 'Rennes',
    ald: 'Maladie de Parkinson',
    background: ['Maladie de Parkinson (2020)', 'Prothèse de hanche droite'],
  },
  {
    title: 'Mme',
    lastName: 'BEAUREPAIRE',
    firstName: 'Solange',
    birthDay: '1967-10-21',
    city: 'Bruz',
    allergies: ['Latex'],
    background: ['Hypothyroïdie'],
  },
  {
    title: 'M.',
    lastName: 'TOURNEBIEN',
    firstName: 'Célestin',
    birthDay: '2001-04-15',
    city: 'Rennes',
    background: ['Asthme d’effort'],
  },
  {
    title: 'Mme',
    lastName: 'GRANDCŒUR',
    firstName: 'Philomène',
    birthDay: '1985-07-08',
    city: 'Chantepie',
    background: ['Grossesse en cours (22 SA)'],
  },
  {
    title: 'M.',
    lastName: 'SANSOUCY',
    firstName: 'Baptiste',
    birthDay: '1972-12-01',
    city: 'Rennes',
    background: ['Cholestérol'],
  },
  { title: 'Mme', lastName: 'DOUCEPLUME', firstName: 'Hortense', birthDay: '1995-09-17', city: 'Rennes' },
  {
    title: 'M.',
    lastName: 'ROCHEBRUNE',
    firstName: 'Augustin',
    birthDay: '1961-03-25',
    city: 'Betton',
    ald: 'BPCO',
    background: ['BPCO (2016)'],
  },
  {
    title: 'Mme',
    lastName: 'FLEURIMONT',
    firstName: 'Blanche',
    birthDay: '1952-06-06',
    city: 'Rennes',
    background: ['Ostéoporose'],
  },
  {
    title: 'M.',
    lastName: 'PASQUELIN',
    firstName: 'Octave',
    birthDay: '2014-01-22',
    city: 'Vezin-le-Coquet',
    allergies: ['Arachide'],
  },
]

const port: PatientSeed[] = [
  {
    title: 'M.',
    lastName: 'MATELINEAU',
    firstName: 'Noé',
    birthDay: '2023-09-04',
    city: 'La Rochelle',
    background: ['Né à terme', 'Vaccinations à jour'],
  },
  {
    title: 'Mme',
    lastName: 'HAUTEMER',
    firstName: 'Capucine',
    birthDay: '2020-03-11',
    city: 'La Rochelle',
    allergies: ['Œuf'],
    background: ['Eczéma atopique'],
  },
  {
    title: 'M.',
    lastName: 'VOILEBLANCHE',
    firstName: 'Achille',
    birthDay: '2017-12-19',
    city: 'Aytré',
    background: ['Asthme'],
  },
  {
    title: 'Mme',
    lastName: 'SABLONNIER',
    firstName: 'Eulalie',
    birthDay: '2015-05-02',
    city: 'Châtelaillon',
    ald: 'Diabète de type 1',
  },
  { title: 'M.', lastName: 'GALETIER', firstName: 'Isidore', birthDay: '2022-07-27', city: 'La Rochelle' },
  {
    title: 'Mme',
    lastName: 'BRISEMARINE',
    firstName: 'Violette',
    birthDay: '2012-10-14',
    city: 'Lagord',
    background: ['Scoliose suivie'],
  },
  {
    title: 'M.',
    lastName: 'CORDELOIN',
    firstName: 'Lubin',
    birthDay: '2024-01-30',
    city: 'La Rochelle',
    background: ['Prématuré (35 SA)'],
  },
  { title: 'Mme', lastName: 'AIGUEVIVE', firstName: 'Suzanne', birthDay: '2018-08-08', city: 'Périgny' },
]

const bellevue: PatientSeed[] = [
  {
    title: 'Mme',
    lastName: 'MONTAGNAC',
    firstName: 'Victoire',
    birthDay: '1959-02-14',
    city: 'Saint-Étienne',
    ald: 'Polyarthrite rhumatoïde',
    allergies: ['Iode'],
  },
  {
    title: 'M.',
    lastName: 'PIERREFEU',
    firstName: 'Lazare',
    birthDay: '1944-11-28',
    city: 'Saint-Étienne',
    ald: 'Insuffisance rénale chronique',
    background: ['Dialyse envisagée'],
  },
  { title: 'M.', lastName: 'VALFLEURY', firstName: 'Honoré', birthDay: '1988-04-04', city: 'La Talaudière' },
  {
    title: 'Mme',
    lastName: 'BOISJOLI',
    firstName: 'Clémence',
    birthDay: '1976-09-23',
    city: 'Villars',
    background: ['Thyroïdite'],
  },
  {
    title: 'M.',
    lastName: 'HAUTERIVE',
    firstName: 'Théodore',
    birthDay: '1993-01-18',
    city: 'Saint-Étienne',
    allergies: ['Pollens'],
  },
  { title: 'Mme', lastName: 'CHAMPRENARD', firstName: 'Agathe', birthDay: '2005-06-12', city: 'Sorbiers' },
  {
    title: 'M.',
    lastName: 'SOURCEAU',
    firstName: 'Gédéon',
    birthDay: '1969-12-30',
    city: 'Saint-Étienne',
    background: ['Hypertension artérielle'],
  },
  {
    title: 'Mme',
    lastName: 'LACOMBELLE',
    firstName: 'Irène',
    birthDay: '1940-07-07',
    city: 'Saint-Étienne',
    ald: 'Maladie d’Alzheimer',
  },
  {
    title: 'M.',
    lastName: 'ROUVRAY',
    firstName: 'Fernand',
    birthDay: '1954-03-16',
    city: 'Roche-la-Molière',
    background: ['Goutte'],
  },
]

export const patientSeeds: Readonly<Record<string, readonly PatientSeed[]>> = {
  'cabinet-lilas': lilas,
  'cabinet-port': port,
  'maison-bellevue': bellevue,
}

export const visitReasons = [
  'Renouvellement de traitement',
  'Douleurs lombaires',
  'Suivi de tension',
  'Fièvre et toux',
  'Certificat de sport',
  'Résultats de prise de sang',
  'Vaccination',
  'Fatigue persistante',
  'Contrôle de plaie',
  'Suivi annuel',
] as const

export const noteTexts = [
  {
    title: 'Suivi de tension',
    text: 'TA 13/8 au repos. Automesures correctes. Traitement poursuivi, contrôle dans trois mois.',
  },
  {
    title: 'Rhinopharyngite',
    text: 'Évolution depuis 48 h, apyrexie. Examen ORL sans particularité. Traitement symptomatique.',
  },
  {
    title: 'Renouvellement',
    text: 'Tolérance bonne, pas d’effet indésirable signalé. Renouvellement pour trois mois.',
  },
  {
    title: 'Lombalgie',
    text: 'Douleur mécanique sans irradiation. Antalgiques de palier 1, reprise progressive de l’activité.',
  },
  {
    title: 'Bilan annuel',
    text: 'Examen clinique normal. Bilan biologique prescrit : NFS, glycémie, créatinine, bilan lipidique.',
  },
] as const

export const drugNames = [
  'Paracétamol 1 g, comprimé',
  'Amoxicilline 1 g, comprimé',
  'Ibuprofène 400 mg, comprimé',
  'Metformine 1 000 mg, comprimé',
  'Ramipril 5 mg, comprimé',
  'Atorvastatine 20 mg, comprimé',
  'Lévothyroxine 75 µg, comprimé',
  'Salbutamol 100 µg, aérosol',
  'Oméprazole 20 mg, gélule',
  'Desloratadine 5 mg, comprimé',
  'Bisoprolol 2,5 mg, comprimé',
  'Furosémide 40 mg, comprimé',
] as const
