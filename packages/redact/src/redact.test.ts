import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

describe('redact takes personal data out', () => {
  it.each([
    // e-mail
    ['écrire à marie.durand@cabinet-lyon.fr svp', 'écrire à [email] svp'],
    ['Contact: j.o-neill+help@mail.example.co.uk.', 'Contact: [email].'],
    ['mon mail hélène.petit@orange.fr ne reçoit rien', 'mon mail [email] ne reçoit rien'],
    ['(a@b.fr,c@d.fr)', '([email],[email])'],
    // phone
    ['rappelez-moi au 06 12 34 56 78', 'rappelez-moi au [phone]'],
    ['tél 0612345678 merci', 'tél [phone] merci'],
    ['01.42.68.53.00 ou 01-42-68-53-01', '[phone] ou [phone]'],
    ['06/12/34/56/78', '[phone]'],
    ['+33 6 12 34 56 78', '[phone]'],
    ['+33 (0)6 12 34 56 78', '[phone]'],
    ['0033612345678 est mon numéro', '[phone] est mon numéro'],
    ['call +44 20 7946 0958 tomorrow', 'call [phone] tomorrow'],
    ['numéro 06\u202f12\u202f34\u202f56\u202f78', 'numéro [phone]'],
    // NIR
    ['NIR 1 85 05 78 006 084 36 refusé', 'NIR [nir] refusé'],
    ['le 285057800608491 est inconnu', 'le [nir] est inconnu'],
    ['sécu 2850578006084 sans clé', 'sécu [nir] sans clé'],
    ['assuré corse 1 85 05 2A 006 084 36', 'assuré corse [nir]'],
    ['1.85.05.78.006.084.36', '[nir]'],
    // IBAN and cards
    ['FR76 3000 6000 0112 3456 7890 189 rejeté', '[iban] rejeté'],
    ['rib FR7630006000011234567890189', 'rib [iban]'],
    ['fr1420041010050500013m02606', '[iban]'],
    ['GB29 NWBK 6016 1331 9268 19 was refused', '[iban] was refused'],
    ['carte 4970 1012 3456 7890 refusée', 'carte [card] refusée'],
    ['card 4970101234567890', 'card [card]'],
    ['amex 3782 822463 10005', 'amex [card]'],
    // RPPS, FINESS and any long number
    ['RPPS 10003456789', 'RPPS [number]'],
    ['FINESS 750712184', 'FINESS [number]'],
    ['finess 75 071 218 4 introuvable', 'finess [number] introuvable'],
    ['dossier 1234567', 'dossier [number]'],
    ['patient n°12 345 678', 'patient n°[number]'],
    ['invoice 2024-000-1234 is wrong', 'invoice [number] is wrong'],
    ['adresse 192.168.1.250', 'adresse [number]'],
    ['n° 12.34.56.78', 'n° [number]'],
    // URLs
    ['voir https://app.example.fr/patients/8841?nom=Durand', 'voir [url]'],
    ['www.ameli.fr ne répond pas', '[url] ne répond pas'],
    ['ftp://10.0.0.2/export failed', '[url] failed'],
    ['Open http://localhost:4400/console now', 'Open [url] now'],
    // dates
    ['né le 03/05/1952', 'né le [date]'],
    ['née le 3.5.1952 à Lyon', 'née le [date] à Lyon'],
    ['DDN 03-05-52 ou 03/05/52', 'DDN 03-05-52 ou [date]'],
    ['naissance 1952-05-03', 'naissance [date]'],
    ['né le 3 mai 1952', 'né le [date]'],
    ['née le 1er août 1978', 'née le [date]'],
    ['born on May 3, 1952', 'born on [date]'],
    ['born 3rd of February 1961', 'born [date]'],
    ['née en 1952', 'née en [date]'],
    ['born in 1952', 'born in [date]'],
    ['date 03 05 1952', 'date [date]'],
    // names after titles
    ['ordonnance de Mme Durand', 'ordonnance de Mme [name]'],
    ['M. Dupont ne peut plus imprimer', 'M. [name] ne peut plus imprimer'],
    ['le Dr Martin-Lopez est absent. Je reprends', 'le Dr [name] est absent. Je reprends'],
    ['M.\u00a0Dupont et Mme\u202fDurand', 'M.\u00a0[name] et Mme\u202f[name]'],
    ['docteur Élise Moreau', 'docteur [name]'],
    ['monsieur De La Tour attend', 'monsieur [name] attend'],
    ['Madame de Villiers', 'Madame [name]'],
    ['la patiente DURAND Marie est en double', 'la patiente [name] est en double'],
    ['patient Nguyen: carte illisible', 'patient [name]: carte illisible'],
    ['Mr. Smith cannot sign in', 'Mr. [name] cannot sign in'],
    ['Mrs Ada Lovelace called. The printer is off', 'Mrs [name] called. The printer is off'],
    ['Doctor House forgot it', 'Doctor [name] forgot it'],
    ["Dr J. O'Neill", 'Dr [name]'],
    ["je m'appelle Sophie Bernard", "je m'appelle [name]"],
    ['my name is John', 'my name is [name]'],
    ['Nom : Durand', 'Nom : [name]'],
    // secrets
    ['clé sk_live_51HqLyjWDarjtT1zdp7dc', 'clé [secret]'],
    ['sk_demo', '[secret]'],
    ['jeton eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'jeton [secret]'],
    ['mot de passe : Soleil2024!', 'mot de passe : [secret]'],
    ['mon mdp est azerty12', 'mon mdp est [secret]'],
    ['password=hunter2', 'password=[secret]'],
    ['Authorization: Bearer abcdef1234', 'Authorization: Bearer [secret]'],
    ['id 0f8fad5b-d9cb-469f-a165-70867728950e', 'id [secret]'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[secret]'],
    // several at once
    ['Mme Durand 06 12 34 56 78 née le 03/05/1952', 'Mme [name] [phone] née le [date]'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected)
  })
})

describe('redact leaves the symptom alone', () => {
  it.each([
    "mon ordonnance ne s'imprime pas",
    'HBQK002 refusé',
    'cotation CCAM HBQK002 + YYYY010',
    'rejet lot B2',
    'NOEMIE 908 non reçu',
    'retour NOEMIE 578 et 908',
    'SESAM Vitale 1.40.14',
    'carte Vitale illisible',
    'HP LaserJet 4050',
    'HP LaserJet Pro M404dn',
    'erreur 0x80070005',
    'error 0xC0000142 at start',
    'version 12.4.1.38',
    'Windows 10.0.19045.3693',
    'Windows 11 24H2',
    'erreur B2-043',
    'code 2025 après la mise à jour',
    'mise à jour mars 2025',
    'avenant 20 de la convention',
    'tarif 26,50 €',
    'montant 1 250,00 €',
    'le rendez-vous de 14h30 le 12/03',
    'lecteur PC/SC USB 3.0',
    'erreur 500 sur /facturation',
    'patient introuvable',
    'patient ALD 100 %',
    'le patient. Je ne trouve plus',
    'le docteur est absent',
    'Bonjour Madame, Monsieur,',
    'the patient list is empty',
    'password forgotten',
    'mot de passe oublié',
    'mon mot de passe est refusé',
    'the password is wrong',
    'le 3 mai à 8 h',
    'imprimer en A4 recto-verso',
    'AMO AMC tiers payant 70/30',
    'DRE non envoyées depuis 3 jours',
    'scanner Epson DS-530II',
    'error E-1024 when printing',
    'three invoices are missing',
    'rien ne s\u2019imprime\u202f!',
    '',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('redact on any text', () => {
  const fragments = fc.constantFrom(
    'Mme ',
    'Dupont',
    '06 12 34 56 78',
    'a@b.fr',
    '1 85 05',
    'sk_',
    '=',
    '.',
    ' ',
    '-',
    '[nir]',
    '0x',
    'é',
  )

  it('changes nothing the second time where words stand apart', () => {
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 20 }), (parts) => {
        const once = redact(parts.join(' '))
        return redact(once) === once
      }),
    )
  })

  it('leaves no run of seven digits but in versions and hexadecimal codes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 999_999_999_999_999 }),
        fc.string(),
        fc.string(),
        (number, before, after) => {
          const text = `${before.replace(/[\dx.]/gi, '')} ${number} ${after.replace(/[\d.]/g, '')}`
          expect(redact(text)).not.toMatch(/\d{7}/)
        },
      ),
    )
  })

  it.each([
    ['letters', 'a'],
    ['digits', '1'],
    ['dashes', 'a-'],
    ['titles', 'Mme A '],
    ['dotted digits', '1.'],
    ['spaces', ' '],
    ['at signs', '@'],
    ['dots and at signs', 'a.@'],
    ['key words', 'token '],
    ['months', '3 mai '],
    ['addresses', 'http://'],
  ])('takes time in proportion to the length of %s', (_, unit) => {
    const timeOf = (length: number): number => {
      const text = unit.repeat(length / unit.length)
      let best = Number.POSITIVE_INFINITY
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now()
        redact(text)
        best = Math.min(best, performance.now() - start)
      }
      return best
    }
    timeOf(20_000)
    // Eight times the text may take eight times as long, and as much again on a busy machine; quadratic would be 64 times.
    expect(timeOf(160_000)).toBeLessThan(24 * Math.max(timeOf(20_000), 0.5))
  })
})
