/** French, as written in help centres and by people in a hurry. Source: docs/search.md#analysis */
import { frenchEveryday } from './french-everyday.ts'
import type { LanguageWords } from './language-words.ts'

export const french: LanguageWords = {
  stopWords: `a ai aie ait alors apres as au aucunement aujourd aujourd'hui aura aurait aussi autre autres aux avais avait avant avec
avez avoir avons ayant bien bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment
d dans de depuis des deja desormais donc dont du elle elles en encore enfin entre es est et etaient etais etait etant etc ete etes etre eu
eux faire fais fait faites faut fois font ici il ils j je jusque l la le les leur leurs lequel laquelle lors lorsque lui m ma mais me
meme memes merci mes moi moins mon ni nos notre nous on ont ou par parce parfois peu peut peux plus plutot pour pourquoi pourrait
pourriez pouvez pouvoir pres puis puisque qu quand que quel quelle quelles quels quelque quelques qui quoi s sa salut se sera serait ses
seulement si sien sont soit sous sur svp t ta tandis te tel telle tels tes toi ton tous tout toute toutes toujours tres tu un une va
vais vers veut veux via voici voila vos votre vous vraiment y
aller alors arrive arrivent arriver arrives arrivons arrivais arrivait cordialement aide aider aidez besoin voudrais voudrait souhaite
souhaiterais aimerais cherche savoir sais sait hier matin soir demain maintenant toute gens chose choses truc quelqu quelqu'un beaucoup
trop tellement assez existe possible dit dis alors pourtant surtout sinon sans cesse lequel desquels auquel moment coup ai-je
voulais voulait viens vient venir venait essaie essaye essayer essaierai tente tenter`,
  weakWords: `mettre mets met mis mettent passer passes passent voir vois voit utiliser utilise utilisent servir sert trouver trouve trouves
laisser laisse rester reste restent garder garde prendre prends prend donner donne demander demande rendre rends rend tenir tient
montrer montre tourner tourne commencer commence finir fini continuer continue devoir dois doit doivent falloir
marcher marche marchent marchait fonctionner fonctionne fonctionnent probleme problemes souci soucis
nouveau nouvelle nouveaux nouvelles petit petite petits petites grand grande grands grandes gros grosse bon bonne bons bonnes mauvais
mauvaise seul seule seuls seules premier premiere deuxieme second seconde dernier derniere derniers dernieres autre different differents
fois jour jours minute minutes semaine semaines mois annee ans an dix cinq trois deux quatre plusieurs cote bout milieu
mari femme fils fille enfant enfants collegue collegues ami amis monsieur madame personne personnes homme voisin
simple simplement facile facilement vite rapidement urgent longtemps ordinateur pc`,
  negations: 'ne n pas jamais aucun aucune rien non ni impossible',
  hastyNegations: 'pa jms',
  hasty: `ac =
ajd =
appli = application
auj =
av = avec
bcp =
bjr =
bsr =
cad =
cdlt =
cdt =
chai =
chais =
cmt =
co = connexion
coment =
comen =
config = configuration
conf = configuration
deco = deconnexion
dl = telecharger
doc = document
docs = documents
ds =
dsl =
ecrir = ecrire
fo =
g =
infos = informations
j'ai =
jai =
je =
jarive =
jarrive =
jle =
jpe =
jpeu =
jpeux =
jtrouve = trouve
jveu =
jveux =
ke =
kel =
kelle =
ki =
kan =
kand =
kmt =
koi =
kom =
maj = mise a jour
mdp = mot de passe
mrc =
msg = message
msgs = messages
ms =
nb = nombre
net = internet
ns =
num = numero
ordi = ordinateur
ordis = ordinateurs
param = parametres
params = parametres
pb = probleme
pbm = probleme
pbs = problemes
pc = ordinateur
pk =
pkoi =
plu =
pq =
pourkoi =
pr =
prob = probleme
pwd = mot de passe
qd =
qqch =
qqn =
qqun =
rdv = rendez-vous
reco = reconnexion
sauv = sauvegarde
sa =
slt =
stp =
tel = telephone
tels = telephones
tjr =
tjrs =
tjs =
tlc = telecharger
tps = temps
tt =
tte =
veu =
vs =
vx =
ya =
ye =`,
  families: `imprimer impression impressions imprimante imprimeur
lire lecture lecteur lis lit lisent lisez lisible illisible lu lue lus
ecrire ecriture ecrit ecrite ecris ecrivent ecrivez
ouvrir ouverture ouvert ouverte ouverts ouvre ouvrent ouvrez rouvrir rouvre
fermer fermeture ferme fermant
connecter connexion connection connexions reconnecter reconnexion
deconnecter deconnexion deconnection
supprimer suppression supprimes
eteindre extinction eteint eteinte eteints eteins eteignait eteignent eteignez
allumer allumage allume rallumer rallume
demarrer demarrage demarre redemarrer redemarrage
afficher affichage
regler reglage
verrouiller verrouillage
deverrouiller deverrouillage
bloquer blocage
debloquer deblocage
nettoyer nettoyage
brancher branchement rebrancher
debrancher debranchement
etalonner etalonnage
cabler cable cablage
envoyer envoi envois envoie envoient renvoyer renvoi
recevoir reception recu recue recus recois recoit recoivent
perdre perte perdu perdue perdus perds perd perdent
choisir choix choisi choisis choisit
disparaitre disparition disparu disparue disparus disparait disparaissent
apparaitre apparition apparu apparue apparait apparaissent
reconnaitre reconnaissance reconnu reconnue reconnus reconnait reconnaissent
repondre reponse repond repondu reponds repondent
rejeter rejet rejete rejetee rejets
refuser refus refuse refusee
corriger correction corrige
reduire reduction reduit reduite
traduire traduction traduit
produire production produit
detruire destruction detruit
etendre extension etendu
suspendre suspension suspendu
proteger protection protege
ajouter ajout ajoute ajouts
retirer retrait retire
acceder acces accede accedent
saisir saisie saisi saisis saisissez
chauffer chauffe chaud chaude chaleur rechauffe surchauffe surchauffer
ralentir ralentissement ralenti ralentit ralentissent
renouveler renouvellement renouvelle
naviguer navigateur navigation navigue
payer paiement paye paie payee payes
transmettre transmission transmis transmet
teletransmettre teletransmission teletransmis
gerer gestion gestionnaire gere
numeriser numerisation
clignoter clignotement clignotant
bouger mouvement bouge bougent
mourir mort
mettre mise mis mets met mettez
sortir sortie sort sortent sorti sors
copier copie copies copiez
coincer coince coincee bourrage bourre
deplacer deplacement
griller grille
programmer programmation
perimer perime perimee peremption
expirer expiration
installer installation reinstaller reinstallation
desinstaller desinstallation`,
  ...frenchEveryday,
}
