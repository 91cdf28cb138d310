/** What visitors and authors call the same thing in French, in help about software of any kind. Source: docs/search.md#query */
import type { LanguageWords } from './language-words.ts'

export const frenchEveryday: Pick<LanguageWords, 'equivalents' | 'everyday'> = {
  equivalents: `enceinte | haut-parleur | baffle
ecouteur | casque | oreillette
wifi | wi-fi | sans fil | reseau sans fil
ordinateur portable | portable | laptop
ordinateur | pc
mot de passe | code d'acces | code secret | password
identifiant | login | nom d'utilisateur
droits | permission | privilege | autorisation | habilitation
administrateur | admin
supprimer | effacer
modifier | changer
lent | lenteur | ralentir | ramer | rame | traine
courriel | e-mail | email | mail | mel
dossier | repertoire
application | logiciel | programme | appli
camera | webcam
image | photo | photographie
ecran | moniteur
fond d'ecran | arriere-plan | papier peint | wallpaper
capot | couvercle
ventilateur | ventilo | ventilation
carte sd | carte memoire
encre | cartouche | toner
recto verso | recto-verso | double face | deux faces | deux cotes
pare-feu | firewall
serveur mandataire | proxy
capture d'ecran | copie d'ecran | screenshot | impression d'ecran
corbeille | poubelle
sauvegarder | backup | copie de secours | sauvegarde
mise a jour | maj | update | nouvelle version
fonctionner | marcher | marche | fonctionne
rendez-vous | rdv
telephone | mobile | smartphone | cellulaire
pave tactile | touchpad | trackpad
clavier visuel | clavier virtuel | clavier a l'ecran
microphone | micro
pilote | driver
filaire | ethernet | cable reseau
cacher | masquer | masque
localisation | geolocalisation | position geographique
etalonner | calibrer
appairer | associer | jumeler | appairage | apparier
agrandir | zoom | loupe | grossir
gaucher | main gauche
souris | mulot`,
  everyday: `son | audio | entendre
bruit | ronflement | craquement | gresillement | gresiller | gresille | gresillent | parasite | bourdonnement | siffle
muet | sourdine | silence | silencieux
ordinateur | pc | machine | poste | mac
internet | web | en ligne
box | routeur | modem | point d'acces
supprimer | effacer | enlever | retirer | oter | jeter | virer | vider
recuperer | restaurer | retrouver
creer | ajouter | nouveau
modifier | changer | regler | configurer | parametrer | ajuster | personnaliser | definir
lent | lenteur | ralentir | ramer | rame | traine | rapide
planter | bloquer | figer | fige | geler | freeze | plante
demarrer | allumer | mise en marche | s'allume | lancer
eteindre | arreter | arret
chauffer | brulant | bouillant | temperature
courriel | e-mail | email | mail | mel | messagerie
message | notification | alerte
fichier | document
video | film
musique | chanson | morceau | mp3
papier | feuille | page
envoyer | transmettre | transferer | partager | transfert
cle usb | cle | disque amovible | peripherique amovible
disque dur | disque | ssd | stockage
ecran | moniteur | affichage
ecran noir | ecran vide
flou | brouille | pixelise | net
luminosite | sombre | assombrir | eclairage | clair
fond d'ecran | arriere-plan | papier peint | apparence
batterie | autonomie | pile
veille | hibernation | suspendre | reveiller | reveil | endormi
capot | couvercle | rabattre | rabattu
carte sd | carte memoire | lecteur de cartes
bourrage | coincer | papier bloque
ligne | rayure | bande | zebrure | trait | trace
heure | horloge
agrandir | zoom | loupe | grossir | plus gros | plus grand | zoomer
police | taille du texte | caractere
verrouiller | cadenas
session | ouverture de session | connexion
compte | profil | utilisateur
virus | antivirus | malware | pirate | piratage
navigateur | firefox | chrome | safari
perdre | introuvable | disparaitre | absent | manquant | retrouver | retrouve plus
refuser | rejeter | echouer | echec | refus
probleme | souci | panne | dysfonctionnement | bug | depannage | erreur | anomalie
paiement | reglement | virement | remboursement | versement
facture | facturation
rendez-vous | rdv | creneau
telephone | mobile | smartphone | cellulaire | portable
souris | pointeur | curseur
couper | interrompre | interruption | deconnecter
brancher | connecter | raccorder | relier
cacher | masquer | masque | invisible
a haute voix | vocal | lire l'ecran
courant | secteur | alimentation | prise
empreinte | doigt
couleur | teinte
graver | gravure
etalonner | calibrer | etalonnage
fuseau horaire | decalage horaire
langue | idiome
raccourci | combinaison de touches
automatique | tout seul | toute seule | automatiquement
format | taille
ancien | perime | obsolete
inverser | a l'envers
adresse | coordonnees
agenda | calendrier
imprimer | tirage | epreuve | imprimante
appareil | peripherique
ouvrir | lancer
telecharger | telechargement
vide | vider | decharge
plein | sature | plus de place | espace libre
azerty | qwerty | disposition du clavier | agencement de clavier
orientation | vertical | portrait | paysage | rotation | pivoter
plein ecran | maximiser | agrandir
classer | trier | tri | ranger | organiser
videoprojecteur | projecteur | ecran externe | televiseur | tele
4g | 3g | 5g | reseau cellulaire | donnees mobiles
a4 | a5 | format de papier | format du papier
molette | bouton du milieu
empecher | interdire | bloquer | proteger
bip | alerte sonore | son d'alerte | sonnerie
epingler | favori | raccourci
popup | pop-up | notification
colonne | detail | information
restaurer | remettre | retablir | recuperer
visible | visibilite | voir
annuler | annulation | abandonner | stopper
refaire | recommencer | reinitialiser | reinitialisation | remettre a zero
oublier | oubli | oublie | perdu
planter | crash | se ferme | quitter
lent | long | interminable
bloquer | coincer | ne repond plus | gele
mettre a jour | actualiser | rafraichir | mise a jour
synchroniser | synchronisation | synchro
importer | importation | reprendre | recuperer
exporter | exportation | extraire | extraction
chercher | recherche | rechercher | trouver
trouver | retrouver | localiser | reperer
copier | dupliquer | duplicata | copie
coller | inserer
deplacer | transferer | bouger
joindre | piece jointe | attacher
signature | signer
tableau | tableur | feuille de calcul | excel
texte | traitement de texte | word
diaporama | presentation | diapositive | powerpoint
dessin | forme | schema
colonne | ligne | cellule
total | somme | calcul | calculer | formule
graphique | diagramme | courbe
saut de page | nouvelle page
marge | bordure | cadre
en-tete | pied de page | entete
numero de page | numerotation | pagination | numeroter
sommaire | table des matieres | index
gras | italique | souligne | mise en forme
orthographe | correction | dictionnaire | faute
majuscule | minuscule | casse
puce | liste | numerotation
note de bas de page | renvoi
modele | exemple | gabarit | template
etiquette | enveloppe | publipostage
macro | script
extension | module | greffon | plugin | module complementaire
marque-page | signet | favori
historique | journal | trace
onglet | page
cookie | donnees de site | cache
publicite | pub
mot de passe enregistre | identifiant enregistre
proteger | verrouiller | crypter | chiffrer
chiffrer | cryptage | chiffrement | crypter
convertir | conversion | transformer
enregistrer | sauver | sauvegarder | enregistrement
quitter | fermer | sortir
commande | ligne de commande | terminal | console
menu | barre d'outils | ruban
icone | pictogramme | logo
fenetre | boite de dialogue
glisser | glisser-deposer | deposer
selectionner | selection | choisir | cocher
installer | mettre en place | installation
desinstaller | supprimer | enlever
reseau | connexion
serveur | distant | a distance
utilisateur | personne | quelqu'un
ami | contact | carnet d'adresses
prevenir | avertir | alerter
rappel | relance | notification
telephoner | appeler | joindre
argent | montant | tarif | prix | cout
client | patient | usager
medecin | docteur | praticien
secretaire | assistante | collaborateur
cabinet | bureau
ordonnance | prescription | prescrire
traitement | medicament
dossier | fiche
vaccin | vaccination
analyse | resultat | examen | laboratoire
caisse | assurance maladie | securite sociale
rembourser | remboursement | payer
antecedent | historique
certificat | attestation
courrier | lettre
compte rendu | rapport
statistique | chiffre
lire | lecture | jouer | lancer
musique | audio | son
film | dvd
eclairer | luminosite
reglage | preference | option | parametre
accessibilite | handicap | malvoyant | aveugle
doigt | geste | tactile | toucher
chauffer | refroidir
decharger | vide | recharger | charger
se couper | s'arreter | couper | deconnexion
saccade | hache | coupure | interruption
zone | partie | endroit
nom | intitule | libelle | renommer
bas | faible | leger
haut | fort | eleve
recent | dernier | nouveau
lisible | lire | visible
inconnu | non reconnu | pas reconnu
attendre | attente | patienter | delai
duree | temps | delai
frequence | regularite | tous les
bouger | deplacer | mouvement
trembler | tremblement
secouer | agiter
eteint | arrete
rapide | vitesse | rapidite
sensible | sensibilite
inviter | invitation | partager
bluetooth | sans fil`,
}
