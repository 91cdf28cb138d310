/** What visitors and authors call the same thing in English, in help about software of any kind. Source: docs/search.md#query */
import type { LanguageWords } from './language-words.ts'

export const englishEveryday: Pick<LanguageWords, 'equivalents' | 'everyday'> = {
  equivalents: `wifi | wi-fi | wireless | wireless network
computer | pc
laptop | notebook
password | passcode
login | log in | sign in | log on | logon
log out | sign out | log off
permission | rights | privilege | authorization
administrator | admin | root
delete | remove | erase
slow | sluggish | laggy | lag
shut down | turn off | power off | switch off
start | boot | turn on | power on | switch on
email | e-mail | mail
folder | directory
picture | photo | image
application | app | program | software
camera | webcam
usb stick | usb drive | flash drive | thumb drive | memory stick
hard disk | hard drive
screen | monitor | display
blurry | fuzzy | pixelated
wallpaper | background
sd card | memory card
ink | toner | cartridge
both sides | two-sided | double-sided | duplex
screenshot | screen capture | print screen
trash | bin | recycle bin | wastebasket
back up | backup
phone | mobile | cellphone | smartphone
touchpad | trackpad
on-screen keyboard | virtual keyboard | screen keyboard
microphone | mic
wired | ethernet | network cable
location | geolocation
speaker | loudspeaker
headphones | headset | earphones | earbuds
zoom | magnify | enlarge
screen reader | read aloud
next to each other | side by side
left-handed | left hand`,
  everyday: `speaker | loudspeaker | headphones | headset | earphones | earbuds
sound | audio | hear | volume
buzz | crackle | crackling | hiss | hum | noise | static
mute | silent | silence
computer | pc | machine | mac
internet | web | online
router | modem | access point | hotspot
password | passcode | pin
delete | remove | erase | trash | get rid
recover | restore | undelete | get back | retrieve
create | add | new
change | modify | edit | set | configure | adjust | customize
freeze | hang | stuck | crash | unresponsive
hot | overheat | burning | temperature
notification | alert | message | popup
file | document
video | movie | film
music | song | track | mp3
send | transfer | share
usb stick | usb drive | flash drive | thumb drive | memory stick | removable device
hard disk | hard drive | disk | drive | ssd | storage
brightness | dim | dark | bright
wallpaper | background | appearance
battery | power
sleep | suspend | hibernate | wake | wake up | resume
lid | close the laptop | closing
fan | cooling
sd card | memory card | card reader
paper jam | stuck paper | jammed
streak | line | stripe | smudge
clock | time
zoom | magnify | enlarge | bigger | larger
font | text size
lock | locked
account | user | profile
firewall | blocked port
virus | antivirus | malware | hacked
browser | firefox | chrome | safari
update | upgrade | new version
lost | missing | disappeared | vanished | can't find | gone
refuse | reject | fail | failure | denied | declined
problem | issue | trouble | error | bug | troubleshoot | fault
work | function
invoice | bill | billing
payment | refund | reimbursement
appointment | booking | event
mouse | pointer | cursor
drop | disconnect | cut out | interrupted
driver | device driver
plug in | connect | attach
unplug | eject | disconnect | unmount | safely remove
hide | hidden | invisible
location | geolocation | position
read aloud | speak | screen reader | voice
socket | plug | mains | voltage | power supply
fingerprint | finger
calibrate | calibration
pair | pairing | connect
foreign | abroad | another country
language | locale
shortcut | hotkey | key combination
automatic | by itself | automatically
out of date | old | obsolete
full | out of space | free space
calendar | agenda
qwerty | azerty | keyboard layout
orientation | portrait | landscape | rotate | vertical
full screen | maximize | fullscreen
sort | order | arrange | organize
projector | external monitor | television | tv
4g | 3g | 5g | cellular | mobile data | mobile broadband
a4 | a5 | paper size
scroll wheel | middle button
prevent | forbid | block | protect
beep | alert sound | ringtone
pin | favorite | shortcut
popup | pop-up | notification
visible | visibility | see
cancel | abort | stop | undo
reset | restart | start over
forget | lost | recover
crash | quit | closes by itself
update | refresh | upgrade
synchronize | sync
import | bring in
export | extract
search | find | look for | locate
copy | duplicate
paste | insert
move | relocate | transfer
attach | attachment
spreadsheet | excel | table
word processor | word | text document
slideshow | presentation | slide | powerpoint
chart | graph | diagram
formula | calculation | sum | total
page break | new page
margin | border | frame
header | footer
page number | numbering
table of contents | index
bold | italic | underline | formatting
spelling | dictionary | spell check
template | model | pattern
label | envelope | mail merge
macro | script
extension | add-on | plugin | module
bookmark | favorite
history | recent | log | trace
tab | page
cookie | site data | cache
advertisement | ad
encrypt | encryption | protect | lock
convert | conversion | transform
save | store | keep
quit | close | exit
command line | terminal | console
menu | toolbar
icon | pictogram | logo
window | dialog
drag | drag and drop | drop
select | selection | choose | tick
install | installation | set up
uninstall | remove | delete
network | connection
remote | from a distance | server
friend | contact | address book
warn | alert | notify
reminder | notification
call | phone | ring
money | amount | price | cost
customer | client | patient
read | play | open
setting | preference | option
accessibility | disability | impaired | blind
finger | gesture | touch
charge | recharge | plugged in
empty | drained | drains | flat | discharge
cut off | disconnect | interruption
choppy | jerky | stutter
name | label | rename | title
low | weak | faint
high | loud | strong
recent | latest | new
unknown | not recognized | not detected | unrecognized
wait | delay | waiting
duration | time | delay
frequency | often
move | movement | motion
fast | speed | quick
sensitive | sensitivity
invite | invitation | share
broken | damaged | faulty | corrupted
restore | revert | put back
stuck | frozen | blocked | jammed
hear | listen | sound
see | view | show | display
type | enter | write | typing
letter | character
spy | track | tracking | privacy
safe | secure | security
danger | risk | threat
wrong | incorrect | bad | inaccurate`,
}
