"""Classes of English words and phrases that say the same thing in talk about service, and irregular forms.

Used to compare a paraphrase with a fact. One class a line (indented lines go on with it), the concept's name
first; a phrase is joined by `_`.
A word stands in one class only; where it has two meanings, the one that complaints are about wins.
"""

from __future__ import annotations

CLASSES = """
bill charge fee invoice tariff overcharge surcharge billed rate
price cost priced
pay payment spend spent fork_out shell_out cough_up part_with instalment
refund money_back reimburse reimbursement repay repayment pay_back paid_back cash_back get_back_the_money
debit deduct withdraw withdrawn take_out took_out taken_out come_out_of came_out_of direct_debit standing_order
cash money fund
discount voucher coupon money_off reduction rebate credit goodwill
compensation compensate make_up_for damages recompense
deposit down_payment upfront up_front in_advance advance prepaid
expensive dear pricey costly steep
free free_of_charge on_the_house no_charge complimentary at_no_cost gratis waive
penalty fine cancellation_fee
contract agreement small_print fine_print clause tenancy lease terms
warranty guarantee cover covered
insurance insurer policy premium
promise swear swore assure pledge vow give_word gave_word word commit undertake
mislead misled lie deceive trick con missell mis_sell mis_sold missold false untrue swindle dupe hoodwink
late delay overdue behind_schedule held_up hold_up postpone slow tardy put_back pushed_back drag_on
early ahead_of
cancel call_off called_off scrap scrapped axe drop dropped
wait queue on_hold kept_waiting hang_about hang_around hanging_on hanging_about stand_about hold_music
ring call phone telephone dial rung_up ring_up hotline helpline line
hangup hang_up hung_up hanging_up phone_down cut_off disconnect drop_the_call slam_down
email mail letter write text message contact whatsapp note dm
answer reply respond response get_back_to got_back_to come_back_to call_back called_back ring_back rang_back
  callback acknowledge pick_up_the_phone hear_back heard_back
shunt transfer pass_around passed_around pass_from passed_from bounce pillar_to_post run_around runaround
  put_through fob_off fobbed_off sent_round
break broken faulty defective dead damage smash crack snap shatter bust kaput malfunction fail not_work not_working
  stop_working stopped_working pack_in packed_in conk_out conked_out give_up gave_up fault defect cease duff knacker
  wreck ruin
leak drip flood pour burst soak soaking wet damp drench seep trickle puddle
mould mold fungus mildew mouldy
dirty filthy stain grubby unclean filth muck grime soil
repair fix mend patch
replace replacement swap exchange new_one substitute another_one
return send_back sent_back take_back took_back bring_back brought_back give_back hand_back
collect collection pick_up picked_up fetch
buy bought purchase order get_from acquire
sell sold sale seller salesman salesperson saleswoman
book reservation reserve booking
appointment slot visit callout call_out window time_slot
arrive turn_up turned_up show_up showed_up show_face come_round came_round come_out appear delivery deliver reach
  get_here got_here get_there make_it bring brought
parcel package consignment shipment packet box
send dispatch despatch ship
lose lost miss missing vanish disappear misplace go_astray gone_astray went_astray mislay mislaid no_trace
  nowhere_to_be
error mistake wrong incorrect mix_up mixed_up muddle inaccurate slip blunder
different another other_than
courier driver carrier postman postie delivery_man delivery_guy deliveryman van
engineer technician fitter plumber electrician repairman mechanic repair_man gasman handyman tradesman workman
  builder contractor
staff adviser advisor agent representative rep operator assistant colleague clerk receptionist call_handler
  customer_service customer_services employee worker cashier server waiter waitress
manager supervisor boss team_leader team_lead in_charge superior
company firm business
shop store branch outlet showroom counter
warehouse depot hub sorting_office
child kid son daughter baby toddler bairn wean boy girl little_one lad lass infant newborn
grandchild grandson granddaughter grandkid
mother mum mam mom mummy
father dad daddy
gran granny nan nana nanna grandma grandmother
grandad granddad grandpa grandfather
spouse husband wife partner fiance fiancee hubby missus other_half
sibling brother sister
friend mate pal guest visitor
neighbour next_door downstairs upstairs
tenant renter lodger
landlord letting_agent
doctor gp surgery clinic physician
nurse carer matron
teacher tutor instructor
pet dog puppy pup cat kitten
heating boiler radiator heater hot_water warm heat
cold freeze freezing chilly shiver icy
electricity power electric blackout power_cut outage
internet wifi broadband connection router online wi_fi network signal
mobile handset smartphone
computer laptop pc tablet
car vehicle motor
lorry truck
flight plane fly aeroplane airplane
train rail railway
bus coach
ticket seat pass
hotel resort hostel inn
holiday trip vacation getaway honeymoon journey travel
luggage suitcase baggage bag case rucksack
wedding marry married bride ceremony
anniversary
funeral burial bury buried cremation wake
birthday party celebration celebrate
christmas xmas
dress gown
coat jacket
fridge freezer refrigerator
washer washing_machine dishwasher tumble_dryer
cooker oven hob stove
sofa couch settee armchair
bed mattress
window glass pane
roof ceiling loft
bathroom shower bath toilet loo
lift elevator
flat apartment
house home property
food meal dinner lunch dish supper breakfast takeaway
ill sick poison vomit unwell throw_up threw_up ailing poorly illness
injure hurt injury wound harm burn cut bleed
allergy allergic intolerance anaphylactic
hospital casualty ambulance a_and_e emergency_room
medicine medication pill prescription dose inhaler insulin drug
glasses spectacles lens lenses
tooth teeth dental denture dentist crown filling
disabled wheelchair mobility crutch disability
elderly old pensioner
humiliate embarrass in_front_of mortify shame ashamed laughing_stock showed_me_up make_a_fool made_a_fool fool
  stupid
angry anger furious annoy mad cross livid fume irate rage
upset distress cry tear weep heartbroken sob devastate
scare frighten afraid terrify fear fright
worry anxious anxiety concern
tired exhaust worn shatter weary
disappoint let_down
rude rudely abrupt offhand sharp curt dismissive short_with impolite disrespect condescend patronise sneer talk_down
  talked_down attitude
ignore unanswered disregard no_reply no_answer no_response nobody_answered no_one_answered blank
shout yell scream
laugh mock joke giggle snigger smirk
job work employer shift workplace
dayoff day_off time_off take_leave unpaid_leave off_work
sack sacked redundant unemployed out_of_work out_of_a_job lost_job laid_off
exam test assessment
school college university nursery
course class lesson training
membership subscription subscribe sign_up signed_up member enrol
lock locked freeze_account froze_account block suspend bar shut_out
card
account
charge_twice charged_twice double_charge double_charged billed_twice twice_over double_billed
steal stolen theft nick pinch rob thief burgle snatch
scratch dent scrape bump scuff mark
noise noisy loud racket bang drill din
smell stink reek odour stench
vermin cockroach mouse rat bedbug bug pest mice
proof evidence receipt photo picture screenshot photograph image video
sign signature
form paperwork document
complain complaint report raise flag
demo demonstration show_us showed_us display
advert advertise ad brochure leaflet listing description website advertisement site
doorstep porch outside outdoors front_step on_the_step
street road pavement
stairs staircase flight_of_stairs flights
carry lug haul drag
stuck strand trapped
refuse reject deny decline turn_down turned_down knock_back turned_away
check inspect examine look_at
record log file history
help assist support
begin start
finish end complete
change alter switch amend
close shut
move relocate
alone by_herself by_himself on_her_own on_his_own single_handed
remember remind
forget forgot overlook
choose pick
notice spot realise
explain explanation
reason why_it
immediately straight_away right_away at_once asap instantly
again again_and_again repeatedly over_and_over time_and_again
price_rise increase rise go_up went_up put_up hike
half
safe safety danger dangerous unsafe hazard
fit install installation fitting set_up
park parking
rain storm downpour
age aged
key keys
sleep slept
plan arrange arrangement
present gift
broke skint short_of_money tight hard_up rent mortgage
apology apologise
"""

IRREGULAR = """
broke broken>break bought>buy brought>bring caught>catch chose chosen>choose drove driven>drive fell fallen>fall
felt>feel found>find flew flown>fly forgot forgotten>forget froze frozen>freeze gave given>give grew grown>grow
heard>hear held>hold hung>hang kept>keep knew known>know laid>lay led>lead left>leave lent>lend lost>lose meant>mean
met>meet paid>pay ran>run rang rung>ring rose risen>rise sat>sit sent>send shook shaken>shake slept>sleep sold>sell
spent>spend spoke spoken>speak stood>stand stole stolen>steal stuck>stick swore sworn>swear took taken>take
taught>teach threw thrown>throw told>tell understood>understand woke woken>wake wore worn>wear wrote written>write
sang sung>sing burnt>burn built>build dealt>deal drank drunk>drink ate eaten>eat fought>fight sank sunk>sink
shrank shrunk>shrink spilt>spill swept>sweep tore torn>tear wept>weep won>win blew blown>blow bit bitten>bite
began begun>begin became>become drew drawn>draw hid hidden>hide thought>think sought>seek saw seen>see said>say
went gone>go came>come did done>do got gotten>get made>make was were been>be had>have bent>bend fed>feed fled>flee
struck>strike stung>sting shot>shoot showed shown>show split>split spoilt>spoil smelt>smell leant>lean learnt>learn
children>child men>man women>woman people>person teeth>tooth feet>foot mice>mouse wives>wife knives>knife lives>life
leaves>leave loaves>loaf shelves>shelf halves>half
"""
