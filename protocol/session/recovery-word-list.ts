/**
 * The 512 words of recovery sheets, in alphabetical order; a word's place is its nine bits. Our own list: short, known to
 * children, told apart by their first four letters, none that begins another, and none that means something else on a
 * wing. Never changed: sheets in people's hands would no longer be read.
 */
export const RECOVERY_WORDS: readonly string[] = [
  'acorn actor album alert alley amber angle animal ankle answer apple apron area arena armour arrow artist autumn',
  'avenue baby back bacon badge baker ball bamboo banana band bank barber barn basket bath beach beard beaver',
  'beetle bell bench bicycle birch biscuit blanket block blossom boat bonnet book bowl brain branch brick bridge',
  'broom brown brush bubble bucket builder bulb bundle bus butter cabin cactus cake camel canal candle canoe',
  'canvas card carpet carrot castle cattle cave centre chain chalk cheese cherry chicken chin church cinema circle',
  'city clay cliff clock cloud clover coach coast cocoa coffee coin colour comb comet cook copper coral corner',
  'cotton cousin cover crab cradle crane cream cricket cube cup curtain cushion cycle daisy dance dark dawn deck',
  'dentist desert diamond dinner dish doctor dolphin donkey door dragon dress drum duck dust eagle early earth',
  'echo edge elbow eleven elm emerald empty engine evening eyebrow face falcon family farmer father feather fence',
  'fern ferry fiddle field fifty film finger fish five flag flock flower flute foam fog folder forest fork four',
  'fox frame freckle friend frog frost fruit fudge gadget gallon garden garlic gentle giant ginger giraffe glass',
  'globe glove goat gold goose grape green guitar gull hammer hand harbour harvest hat hazel helmet hero hill',
  'hippo hobby holiday honey hotel house hundred iceberg igloo insect iron island ivy jacket jaguar jelly jersey',
  'jewel jigsaw jogger journey juggle juice jumper jungle kettle kind kingdom kitchen kite kitten koala label lace',
  'ladder lake lamb lantern lark laugh lawn leaf lemon lentil letter library lilac lime linen lion lizard llama',
  'lobster lodge lolly lotus lucky lunch magnet mango map marble market mask match meadow medal melon menu merry',
  'midday milk mineral mint mirror mitten model monkey moon morning moss mother motor mountain mouse museum music',
  'mustard napkin nature navy nephew nest nickel niece nine noodle notebook novel number nurse oak oasis oatmeal',
  'ocean office olive onion opera orange orbit orchard organ otter oven owl oyster paddle page paint palace',
  'pancake paper parade parrot pasta path peach pearl pebble pencil penguin pepper piano picnic pigeon pillow',
  'pilot pink pirate planet plate plough pocket poem pond pony porch potato pottery prince puddle puffin pumpkin',
  'puppet purple puzzle pyramid queen question quilt quiz rabbit radio raft railway rake raven recipe reef ribbon',
  'rice riddle river robin rocket roof ruby rug ruler saddle salad salmon sand saucer scarf school scooter seal',
  'season seed seven shadow sheep shelf ship shoe shower silver singer sister sixty skate ski sky sleeve slipper',
  'smile snail soap sock sofa song soup space sparrow spider spring square stable star steam stone story straw',
  'summer sunny supper swan swim table tail talent tango teacher tennis tent thimble thread thumb thunder ticket',
  'tiger timber toast toffee tomato tongue tooth torch towel town tractor train tree triangle tulip tunnel turkey',
  'turtle twelve twenty twig umbrella uncle valley vanilla velvet verse vest village vine violin voice volcano',
  'waffle wagon walnut walrus water wave wedding wheat whistle white willow window winter wizard wolf wonder wool',
  'world yard yellow yoga young zebra zero zigzag zoo',
].flatMap((line) => line.split(' '));
