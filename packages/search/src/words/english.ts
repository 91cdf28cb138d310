/** English, as written in help centres and by people in a hurry. Source: docs/search.md#analysis */
import { englishEveryday } from './english-everyday.ts'
import type { LanguageWords } from './language-words.ts'

export const english: LanguageWords = {
  stopWords: `a about after again all also am an and any are as at be because been before being but by can could d did do does doing down
during each few for from further get had has have having he hello help her here hers hi him his how i if in into is it its itself just
ll m me more most my of off on once one only or other our ours out over own please re s same she should so some such t thanks than that
the their them then there these they this those through to too under until up us ve very was we were what when where which while who
whom why will with would you your yours
always although another around anyone anything away back cannot ever every everything got keep keeps kept let like make makes made maybe
much myself need needs now really said say says since somebody someone something still stuff thing things though today tried try trying
want wanted wants way well whether without wonder yesterday yet tomorrow thank kind sometimes goes going gone go been look looking
myself come comes possible able`,
  weakWords: `put puts take takes took taken use uses used using leave leaves left show shows showing give gives given ask asks asked
stay stays find finds found see sees seen work works working worked problem problems issue trouble start begin
new small little big large great good bad nice wrong right first second third last next other different own same single
day days minute minutes hour week weeks month months year years time times one two three four five ten several lot few
husband wife son daughter kid child children colleague friend people person man neighbour neighbor
simple easy easily quick quickly fast urgent long side end middle computer pc`,
  negations: `no not never cannot none nothing don't can't won't isn't doesn't didn't aren't wasn't couldn't haven't hasn't unable dont
cant doesnt isnt wont didnt couldnt`,
  hastyNegations: 'dnt cnt nt',
  hasty: `2 = to
4 = for
abt =
acct = account
admin = administrator
app = application
apps = applications
b4 =
bc =
bt = bluetooth
btw =
config = configuration
cos =
coz =
cuz =
doc = document
docs = documents
gonna =
hlp =
im =
info = information
ive =
kbd = keyboard
mic = microphone
msg = message
msgs = messages
pls =
plz =
pc = computer
pic = picture
pics = pictures
pw = password
pwd = password
r =
thx =
tho =
tmrw =
tv = television
u =
ur =
vid = video
vids = videos
w =
wat =
wanna =
whats =
wut =
y =
ya =`,
  families: `break broke broken breaks
lose lost loses losing loss
freeze froze frozen freezes
choose chose chosen choice
send sent sends sending
receive receipt received
write wrote written writing
hide hid hidden hides
speak spoke spoken speech
hear heard hears hearing
find found finds
connect connection connections reconnect
disconnect disconnection
delete deletion
restore restoration
detect detection
select selection
suspend suspension
resize resizing
hot heat overheat overheats overheating
noise noisy
slow slowly slowness slower
pay paid payment pays
bright brightness brighten
dim dims dimmed dimming
blurry blurred blur
pair pairing paired
recognise recognize recognised recognized
colour color colours colors
synchronise synchronize sync synchronising
customise customize
authorise authorize authorisation authorization
organise organize
print printer printing prints printed
share sharing shared
charge charger charging charged
wake woke woken waking
steal stole stolen
forget forgot forgotten
begin began begun
buy bought purchase purchased
catch caught
build built
set setup sets setting settings`,
  ...englishEveryday,
}
