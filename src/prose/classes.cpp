#include "prose/classes.h"

namespace lifestory::prose {

const std::vector<ClassWords>& class_words() {
    static const std::vector<ClassWords> words{
        {Class::I, "i me my myself i'm i've i'd i'll mine"},
        {Class::We, "we us our ourselves we're we've we'd we'll ours"},
        {Class::You, "you your yours yourself you're you've you'd you'll yourselves"},
        {Class::He, "he him his himself he'd he'll"},
        {Class::She, "she her hers herself she'd she'll"},
        {Class::They, "they them their theirs themselves they're they've they'd they'll themself"},
        {Class::It, "it its itself it'd it'll"},
        {Class::Whose, "my your his her their our"},
        {Class::Male, "dad daddy father stepdad stepfather grandad grandpa grandfather granddad uncle brother nephew boyfriend husband "
                      "man male son boy grandson stepson stepbrother godfather gentleman guy lad mr pops papa grampy gramps taid"},
        {Class::Female, "mum mummy mother stepmum stepmother nan nana nanna gran granny grandma grandmother aunt auntie aunty sister niece "
                        "girlfriend wife woman female daughter girl granddaughter stepdaughter stepsister godmother lady midwife mrs miss ms "
                        "mam mammy mama mom mommy nanny gma"},
        {Class::Either, "carer carers person partner friend friends cousin cousins baby teacher worker workers manager nurse doctor gp judge "
                        "solicitor officer police parents parent someone somebody anyone everybody everyone neighbour neighbours landlord "
                        "school nursery tutor paramedic driver adviser advisor supervisor visitor referrer caller interpreter guardian advocate people "
                        "staff professional professionals family families twins therapist psychologist paediatrician consultant psychiatrist counsellor "
                        "adopter adopters occupant perpetrator stranger stepparent grandparents grandparent siblings sibling brothers sisters children "
                        "foster keyworker pupil classmate peer peers ex teenager adult adults resident residents tenant"},
        {Class::Relation, "mum mummy mother dad daddy father stepdad stepfather stepmum stepmother nan nana nanna gran granny grandma grandmother "
                          "grandad grandpa grandfather uncle aunt auntie aunty brother sister cousin parents parent partner boyfriend girlfriend "
                          "husband wife mam mammy mom family ex parents' grandparents grandparent carer carers niece nephew"},
        {Class::ChildNoun, "child yp youngster baby toddler infant pupil client boy girl son daughter lad minor teenager adolescent kid kids bairn"},
        {Class::Sibling, "brother sister sibling siblings brothers sisters stepbrother stepsister twin half-brother half-sister twins"},
        {Class::Friend, "friend friends mate mates bestie pal pals classmate classmates boyfriend girlfriend schoolfriend"},
        {Class::Be, "be am is are was were been being isn't aren't wasn't weren't ain't"},
        {Class::Have, "have has had having haven't hasn't hadn't"},
        {Class::Do, "do does did don't doesn't didn't"},
        {Class::Modal, "will would can could should may might must shall won't wouldn't can't cannot couldn't shouldn't mustn't"},
        {Class::Not, "not never no n't isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot "
                     "couldn't shouldn't nor without neither hardly ain't"},
        {Class::Say, "say says said saying told tell tells telling report reports reported reporting state states stated stating explain explains explained explaining "
                     "ask asks asked asking think thinks thought feel feels felt feeling believe believes believed describe describes described add adds added "
                     "mention mentions mentioned wrote write writes shout shouts shouted whisper whispered claim claims claimed admit admits admitted "
                     "reply replied repeat repeated agree agrees agreed advise advises advised confirm confirms confirmed inform informs informed disclose "
                     "disclosed discloses texted messaged wonder wonders wondered worry worries hope hopes hoped note notes noted share shared shares "
                     "expressed expresses voiced alleged alleges suggested suggests commented comments"},
        {Class::Tell, "say says said told tell tells telling asked shouted whispered wrote texted explained messaged wished want wants wanted feel feels felt "
                      "showed drew like likes liked love loves loved hope hopes hoped wish chose decided hate hates hated enjoyed enjoy enjoys prefer"},
        {Class::Think, "think thinks thought believe believes believed feel feels felt worry worried wonder wondered hope guess suspect fear view opinion consider "
                       "reckon understanding impression seems seemed appears perhaps maybe probably possibly might could may"},
        {Class::Meet, "met meet meeting saw see spoke speak spoken rang ring phoned phone called call told tell asked ask emailed contacted visited discussed "
                      "liaise liaised text texted talked talk talking chat chatted"},
        {Class::The, "the this that these those"},
        {Class::A, "a an another any every each some"},
        {Class::Preposition, "of in on at to from by with about for into over under after before during between against through towards toward near around "
                             "without within upon regarding concerning as since until despite beside behind off up out down"},
        {Class::Conjunction, "and but or so then yet plus"},
        {Class::Nesting, "which who whom whose that because although though if when while whilst unless until whether where since as so however whereby "
                         "what why how after before despite"},
        {Class::RoleHead, "worker workers nurse doctor teacher manager officer adviser advisor supervisor practitioner therapist psychologist psychiatrist "
                          "solicitor barrister guardian advocate carer carers mentor coordinator tutor assistant head headteacher headmaster headmistress lead "
                          "consultant paediatrician midwife counsellor visitor keyworker key-worker chair social "
                          "interpreter clinician gp judge co-ordinator senco librarian receptionist deputy principal coach host hosts driver dietician physio "
                          "physiotherapist registrar housemaster matron sergeant inspector constable detective landlord "
                          "warden escort mediator facilitator pastor"},
        {Class::RoleBefore, "social support family school key class form health head deputy foster team duty youth personal contact learning pastoral outreach "
                            "link residential night community speech safeguarding review reviewing independent conference service senior education welfare "
                            "attendance teaching nursery specialist play drugs drug alcohol substance missing housing probation police transport hospital ward "
                            "emergency language occupational educational clinical mental allocated designated assistant year subject maths english science "
                            "student trainee early help domestic abuse crisis intervention project lead line area group placement adoption fostering "
                            "supervising court children's disability virtual college practice out-of-hours young transition tenancy careers inclusion "
                            "behaviour engagement staff job stage wellbeing liaison recovery careers mentoring clinic school's named new old other previous current same agency unit bank community's time"},
        {Class::Title, "mr mrs ms miss dr sir sgt pc dc ds di sergeant inspector detective constable rev reverend father sister professor prof judge nurse auntie "
                       "aunty uncle aunt nan nana gran grandma granny grandad grandpa great"},
        {Class::Body, "school police hospital nursery college council court panel team agency surgery clinic health education housing service"},
        {Class::MaleName, "alasdair alun amadou barry besmir bogdan brendan bryn callan cillian cormac cyril dafydd damien darius desmond diego dominik dougal eamonn edwin emeka emyr eoin ernest ewan farid fergus fintan gethin gwyn hamish harold hywel idris ieuan iwan jarek jermaine jonas kacper kamil kofi kwame lachlan lloyd lorcan magnus mal marek mateusz mehdi mohsin musa niall oisin olek omid osian pavel percy piotr rafael rashid rhodri rohan roland ronan ruaridh seamus sohail tadhg tariq tudor usman viktor waqar wilf yusef zakariya zeke "
                           "aaron adam adnan ahmed aiden alan albert alex alexander alfie ali amir andrew andy angus anthony archie arthur ben "
                           "benjamin bernard billy bob bobby brandon brian bradley callum calum cameron carl charlie chris christopher cody colin "
                           "connor conor corey craig damian dan daniel danny darren dave david dean declan denis dennis derek dev devon dom "
                           "dominic don douglas duncan dylan eddie edward elijah elliot eric ethan evan finlay finn frank fraser fred freddie "
                           "gareth gary gavin geoff george gerry glen gordon graham greg guy hamza harry harvey hassan harrison harley henry "
                           "howard hugh hussain ian ibrahim imran isaac ivan jack jacob jake james jamie jason jaxon jay jayden jed jeff jeremy "
                           "jerome jim jimmy joe joel john johnny jon jonathan jordan joseph josh joshua jude julian justin kai keith ken kenny "
                           "kev kevin kian kieran kyle lance lee leo leon leonard lewis liam logan louis luca lucas luke malcolm marcus mark "
                           "martin marvin mason matt matthew max mehmet michael mick mike mohamed mohammed muhammad mustafa nathan neil nick "
                           "nicholas nigel noah norman oliver ollie omar oscar oskar owen patrick paul pete peter phil philip ravi ray reece "
                           "reuben rhys richard rob robert robin robbie rory ross roy russell ryan samuel scott sean sebastian shane shaun simon "
                           "stan stefan stephen steve steven stewart stuart ted terry theo thomas tim toby tom tommy tony trevor tyler tyrone "
                           "victor vincent wayne will william yusuf zac zach zachary zack wesley wes"},
        {Class::FemaleName, "agnieszka aleksandra amelie anya ayesha babs bernadette bridie bronwen ceri cerys ciara dilys dot edith efua eirlys elin ellen enid esther ffion flora gwen gwenllian hana iris kasia keisha kezia leila leila lily-mae lottie mair marcia margot marta martina matilda mina mira miranda morwenna myra nell nerys nia ngozi niamh petra precious roisin rosalind rowena sandie saoirse shanice shirin sian sinead sioned sorcha sue-ann tegan temi thea ursula wanda winifred yasmeen zaynab zofia zuzanna "
                           "aaliyah abbie abby abigail adele aisha alana alice alicia alison amanda amber amelia amina amy andrea angela anita ann "
                           "anna anne annie aoife april ava barbara beatrice becky belinda bella beth bethany betty bev beverley brenda bridget "
                           "bryony caitlin carla carly carol caroline carrie catherine cath charlotte chantelle chelsea cheryl chloe christina "
                           "christine claire clara courtney daisy daniella dawn debbie deborah debs denise diane donna dorothy eileen elaine "
                           "eleanor elizabeth ella ellie eloise elsie emily emma erin esme eva eve evelyn evie farah faith fatima faye fiona "
                           "florence fran frances freya gail gemma georgia georgina gillian gill gina glenys grace hannah harriet hayley hazel "
                           "heather heidi helen hilary holly imogen ingrid irene isabel isabella isla ivy jackie jade jan jane janet janice "
                           "jasmine jean jemma jen jennifer jenny jess jessica jill jo joan joanna joanne jodie josie joy joyce judith judy julia "
                           "julie karen kate katherine kathleen kathryn kathy katie katrina kayleigh keira kelly kelsey kerry kim kimberley kirsty "
                           "lacey laura lauren layla leah leanne lena lesley libby lilly lily linda lindsay lisa liz lola lorna lorraine louise "
                           "lucy lydia lynn lynne lynsey mabel macey maddie madison maisie mandy margaret maria marian marie marion martha mary "
                           "maureen maya megan melanie melissa mia michelle millie miriam moira molly mya nadia nancy naomi natalie natasha nicola "
                           "nicole nina olivia paige pam pamela pat patricia paula pauline penny phoebe pippa polly poppy priya rachel rebecca "
                           "rhiannon rita rosa rose rosie ruby ruth sadie sally samantha samira sandra sara sarah sasha scarlett shannon sharon "
                           "sheila shelley shelly shirley siobhan sienna skye sofia sonia sophia sophie stacey stella steph stephanie sue summer "
                           "susan suzanne sylvia tanya tamara tara tasha tess tia tilly tina tracey tracy trudy valerie vanessa vera veronica "
                           "vicky victoria violet wendy willow yasmin yvonne zara zoe orla ophelia nora niamh mollie layla zainab"},
        {Class::EasyLong, "everything everyone everybody somebody grandmother grandfather grandparents understand understood comfortable "
                           "interested interesting chocolate basketball information important different difference swimming favourite afternoon "
                           "yesterday birthday sometimes breakfast beautiful something together remembered remember hospital education playground "
                           "strawberry strawberries dictionary impossible christmas secondary photograph photographs trampoline sandwiches "
                           "television computer children's programme questions confident frightened decorations decorating particular carefully "
                           "absolutely definitely especially situation definitely restaurant headteacher grandmother's adventure celebrate "
                           "celebrated celebration competition experiment experiments homework volunteering volunteers temperature apprenticeship "
                           "skateboard skateboarding rollercoaster wheelchair motorbike university supermarket throughout department appointment "
                           "appointments certificate certificates explaining explained promised telephone videogames gymnastics trampolining "
                           "confidence bedtimes medication pyjamas"},
        {Class::Plain, "go goes going gone went come comes coming came get gets getting got put puts putting take takes taking took taken make "
                       "makes making made give gives giving gave given say says said saying tell tells told telling know knows knew known "
                       "think thinks thought want wants wanted wanting like likes liked love loves loved care cares cared caring look looks "
                       "looked looking see sees saw seen feel feels felt find finds found keep keeps kept let lets left leave leaves stay "
                       "stays stayed play plays played playing ask asks asked help helps helped helping try tries tried trying need needs "
                       "needed work works worked working talk talks talked speak spoke run ran walk walked sit sat stand stood sleep slept eat "
                       "ate read wrote write turn turned start started stop stopped show showed change changed happen happened happens bring "
                       "brought hear heard move moved live lived meet met call called rang ring open opened close closed wait waited remember "
                       "remembered understand believe hope worry worried mean means meant seem seems seemed choose chose chosen decide decided "
                       "spend spends spent pull pulled push pushed hold held hit cry cried laugh laughed shout shouted fall fell lose lost win "
                       "won break broke throw threw cut hide hid catch caught miss missed mind use used end ends ended blow blew set lie lay "
                       "laid wear wore drive drove ride rode sing sang draw drew swim swam learn learned buy bought pay paid sell send sent "
                       "save wash clean cook watch watched listen listened agree agreed time times day days night morning week weeks month "
                       "year years way ways thing things bit lot lots place home house room bed door car bus school food tea money phone game "
                       "book story name word words hand hands head face eyes feet side part top back front line point reason answer question "
                       "idea problem plan good better best bad worse worst big small little long short old new young happy sad cross sorry "
                       "sure right wrong hard easy nice kind fine well ill poorly tired hungry hot cold warm wet dry full empty real true "
                       "clear ready quiet loud early late next last first second other same different own whole half much many more most less "
                       "few enough any some all both each every no none nothing something anything everything nobody somebody anybody anyone "
                       "everyone everybody people person man woman men women boy girl friend friends child children kids mum dad nan again "
                       "always never sometimes often once twice now then soon still yet already ever just only even really very so too quite "
                       "almost about together alone away here there where when why how what who which because if though up down in out on off "
                       "over under through round along across behind before after until since with without as than yes ok not such sort mouth "
                       "act acts acted rough could would should him her them it around case job trouble fun matter matters plain stuck"},
        {Class::Month, "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"},
        {Class::Weekday, "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekend monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thur thurs fri sat sun"},
        {Class::Number, "one two three four five six seven eight nine ten eleven twelve first second third fourth fifth"},
        {Class::Adverb, "very so really quite always completely totally also still just often then now clearly obviously only rather extremely increasingly "
                        "simply again continually repeatedly constantly consistently currently previously frequently sometimes usually already ever generally "
                        "too pretty fairly highly particularly absolutely utterly somewhat both all regularly slightly mainly largely initially later recently "
                        "seriously terribly basically actually literally"},
        {Class::Degree, "very so really quite completely totally rather extremely too pretty absolutely utterly somewhat such more most bit an a "
                        "increasingly extremely particularly"},
        {Class::Place, "home house flat bedroom room kitchen bathroom property lounge garden hallway floor living conditions bed carpet sofa"},
        {Class::Thing, "kit boots shoes trainers hands nappy plate plates water dog car clothes coat shirt uniform face towel jumper joke film book game "
                       "sandwich food meal weather day night bike ball wall door chair table"},
        {Class::SmallPrint, "intended recipient addressee disclaimer privileged outlook"},
        {Class::Creature, "dog puppy cat kitten hamster rabbit gerbil mouse rat horse pony foal donkey cow calf sheep lamb ewe goat pig piglet hen chicken cockerel duck "
                          "duckling goose bird budgie parrot crow owl fish goldfish snake python lizard gecko tortoise turtle frog spider bear teddy doll dolly dinosaur "
                          "dragon unicorn monster ghost witch wizard princess prince king queen hero heroine villain giant fairy mermaid pirate robot puppet knight lion tiger "
                          "elephant monkey fox wolf squirrel hedgehog character orphan greyhound terrier labrador spaniel"},
        {Class::Future, "will i'll we'll you'll he'll she'll they'll shall tomorrow next going plan plans planned booked due"},
    };
    return words;
}

Classes class_named(std::string_view name) {
    static constexpr std::pair<std::string_view, Classes> known[] = {
        {"someone", bits(Class::I, Class::We, Class::You, Class::He, Class::She, Class::They, Class::Male, Class::Female, Class::Relation, Class::ChildNoun)},
        {"person", bits(Class::Male, Class::Female, Class::Relation, Class::ChildNoun, Class::Friend, Class::Sibling)},
        {"whose", bit(Class::Whose)}, {"be", bit(Class::Be)}, {"have", bit(Class::Have)}, {"not", bit(Class::Not)},
        {"modal", bit(Class::Modal)}, {"parent", bit(Class::Relation)}, {"child", bits(Class::ChildNoun, Class::You)},
        {"said", bit(Class::Say)}, {"adverb", bit(Class::Adverb)}, {"degree", bit(Class::Degree)}, {"the", bits(Class::The, Class::A, Class::Whose)},
        {"place", bit(Class::Place)}, {"number", bit(Class::Number)},
    };
    for (const auto& [word, classes] : known)
        if (word == name)
            return classes;
    return 0;
}

} // namespace lifestory::prose
