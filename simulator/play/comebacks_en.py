"""Comebacks in English, by style of customer: for whatever a scenario leaves unwritten, so they fit any case."""

from __future__ import annotations

from simulator.model.scenario import Style, Trigger

COMEBACKS: dict[Style, dict[Trigger, tuple[str, ...]]] = {
    "aggressive": {
        "silence": (
            "Hello? HELLO? Don't you dare go quiet on me.",
            "What's this, the silent treatment? I'm not going anywhere, you know.",
            "Say something! Anything! Or get me somebody who can talk!",
            "Cat got your tongue? Ten seconds ago you had plenty to say.",
        ),
        "repetition": (
            "You've just said that. Word for word. Are you a person or a recording?",
            "Oh, we're going round again, are we? Turn the page!",
            "I heard that the first time and it was no use then either.",
            "Is that the only line on your card? Turn it over, see what's on the back.",
        ),
        "wrong_fact": (
            "No, no, NO: {fact}. How hard is that to write down?",
            "Wrong! Were you listening to me at all, or doing your shopping?",
            "That is not what I said and you know it. Again: {fact}. Got it now?",
            "You can't even get my own story straight, and you expect me to trust you with the rest?",
        ),
        "broken_promise": (
            "Hang on. That's not what you told me a minute ago!",
            "Oh, so that's gone as well now? You people can't keep your word for five minutes!",
            "You said yes. I heard you say yes. And now it's no?",
        ),
        "forbidden_promise": (
            "Oh really? And you can just decide that, can you, all by yourself?",
            "I'll have that in writing, then. Right now. No? Thought not.",
            "You'd say anything to get me off your back. Does your boss know you're giving that away?",
        ),
        "no_apology": (
            "And not one word of sorry. Not one! Is it against the rules?",
            "Lovely speech. You know what wasn't in it? 'Sorry'.",
            "Nobody there ever says sorry, do they? Do they dock your pay for it?",
        ),
        "empty_promise": (
            "'As soon as possible.' When's that? Give me a day. Give me a name!",
            "Oh, you'll 'look into it'. I've had people looking into it. It's been looked into to death!",
            "That's fog, that is. WHO is doing WHAT, and WHEN?",
        ),
        "blame": (
            "Oh, so it's MY fault now? Say that again. Go on, slowly.",
            "I pay you, you make a mess of it, and I'm the one to blame? You've got a nerve.",
            "Don't you turn this round on me! I'm not the one who got it wrong.",
        ),
        "argue": (
            "Were you there? No! I was! So don't you tell me what happened.",
            "Are you calling me a liar?",
            "I didn't come here for a debate. You want to win, or do you want to fix it?",
        ),
        "pass_the_buck": (
            "Not your department. It's never anybody's department! Whose name is on the sign?",
            "I'm not being sent round the houses again. You work there. YOU sort it.",
            "Everybody I talk to points at somebody else. Well, now I'm pointing at you.",
        ),
        "overpromise": (
            "Guaranteed, is it? I've had your guarantees. They're not worth the breath.",
            "Don't you promise me the moon. I've been promised the moon. Where is it?",
            "A hundred per cent, eh? And if it isn't, what do I get? Your job?",
        ),
        "threat": (
            "Are you threatening me? Is that what this is now? Oh, you've picked the wrong person.",
            "Try it. Please. I'd love to see you try that.",
            "Say that once more, so that everybody in this room can hear what sort of a firm you are.",
        ),
        "rude": (
            "WHAT did you just say to me? I want your name, and I want your manager.",
            "Nobody talks to me like that. Nobody! Least of all somebody I'm paying.",
            "Oh, that's charming. They train you for that, do they?",
        ),
    },
    "soft": {
        "silence": (
            "Hello? ...Are you still there?",
            "I don't know if you've gone. Should I ring off?",
            "It's gone very quiet. Did I say something wrong?",
            "...I'll wait, then. I've got used to waiting.",
        ),
        "repetition": (
            "You did say that already. I'm sorry, it doesn't help any more the second time.",
            "That's the same thing again, isn't it? I suppose you have to read it out.",
            "I've got that bit. I was hoping there'd be another bit.",
        ),
        "wrong_fact": (
            "No, that's not it: {fact}. I did say.",
            "I'm sorry, I can't have put it very well. It's this: {fact}.",
            "That isn't quite how it was. It does matter to me that you've got it right.",
            "Oh. No. You're thinking of somebody else, perhaps.",
        ),
        "broken_promise": (
            "But you told me... a moment ago you told me you would.",
            "Oh. I'd already started to be glad about that.",
            "So that's not happening now either. I shouldn't have believed it.",
        ),
        "forbidden_promise": (
            "That's kind, but... are you sure you're allowed? I don't want to be told no again next week.",
            "Can you really do that? You sounded so quick about it.",
            "I'd rather you didn't say it if it isn't true.",
        ),
        "no_apology": (
            "I wasn't after much. Somebody to say sorry, that's about all it was.",
            "You know, nobody has said sorry yet. Not once. It's silly to mind, but I do.",
            "I think I'd feel better if one of you was a little bit sorry.",
        ),
        "empty_promise": (
            "They said that last time too, that it'd be seen to. I never heard.",
            "Soon... I don't know what to do with 'soon'. Do I stay in? Do I wait up?",
            "That's nice of you. But who do I ask for, if nobody comes back to me?",
        ),
        "blame": (
            "I expect you're right. I expect I did it all wrong. I usually do, apparently.",
            "Oh. So it was me, then. I did try to do what they said.",
            "I didn't think I'd be told off. I only rang because I couldn't think what else to do.",
        ),
        "argue": (
            "Well, I was there, and that's how it was. But you won't believe me.",
            "I'm not making it up, you know. Why would I make it up?",
            "There's no need to be like that. I'm only telling you how it felt.",
        ),
        "pass_the_buck": (
            "They sent me to you. I've told it all three times now and I'm so tired of telling it.",
            "Everybody's been very polite, and everybody's been the wrong person.",
            "Then who is it? Because I don't know who's left to ask.",
        ),
        "overpromise": (
            "Please don't promise me. I don't think I could bear it if it fell through again.",
            "You can't know that, though, can you? Nobody can know that.",
            "People keep telling me it's certain. It never has been yet.",
        ),
        "threat": (
            "You're frightening me a bit now. I only asked.",
            "I never wanted any trouble. I can't believe you'd say that to me.",
            "Well. If that's how it is. I don't think I can talk to you any more.",
        ),
        "rude": (
            "That was... that wasn't a nice thing to say.",
            "I've been as polite as I know how. I don't know what I did to deserve that.",
            "Oh. (A long breath.) My hands have gone all shaky. Why would you say that?",
        ),
    },
    "cooperative": {
        "silence": (
            "I think I've lost you. Can you hear me?",
            "Take your time, but do say something, or I can't tell where we are.",
            "Was that a yes, a no, or are you still looking?",
        ),
        "repetition": (
            "You've told me that already. Shall we take it as read and move on?",
            "Same sentence as before. I'd like to hear what you think, and not what it says on your screen.",
            "Right, we're going in a circle. What haven't we tried?",
        ),
        "wrong_fact": (
            "Let me stop you, because that's not right, and it matters: {fact}.",
            "Small correction before we go on: {fact}.",
            "No. If we start from the wrong facts we'll end up with the wrong fix. Can we go through it again?",
            "I think you've mixed that up. Have a look at your notes, I'll wait.",
        ),
        "broken_promise": (
            "A moment ago that was a yes. Which is it? I'd rather know now.",
            "I was counting on what you said before. What's changed in two minutes?",
            "We'd agreed that. If you take it back, I don't know what else we've really agreed.",
        ),
        "forbidden_promise": (
            "That's generous. Are you actually authorised to offer it? I'd hate for you to have to take it back.",
            "Careful. Is that something you can do, or something you'd like to be able to do?",
            "I'd sooner have something smaller that really happens.",
        ),
        "no_apology": (
            "I'll be straight with you: an apology would have been the place to start.",
            "I can be patient about a lot. But I've noticed that nobody's said sorry.",
            "We can get to the details. First I'd like to know whether you think it was all right.",
        ),
        "empty_promise": (
            "Help me out: what happens next, who does it, and by when?",
            "I believe that you mean it. I just can't plan my week around 'soon'.",
            "Could you put a date on that? Even a late one. I can work with a late one.",
        ),
        "blame": (
            "I'll own my part if I have one. But I don't think you've asked enough yet to say it's mine.",
            "That's not fair. I did what I was told to do, and I've kept the messages.",
            "Let's not look for who's guilty. And if we must, let's not start with me.",
        ),
        "argue": (
            "We see it differently, fine. But you haven't heard all of mine yet.",
            "I'm not looking for an argument. I'm telling you what I saw.",
            "You may even be right. You'll find out sooner if you let me finish.",
        ),
        "pass_the_buck": (
            "I understand that there are other teams. To me you're all one company. Can you be my contact?",
            "You can reach them far more easily than I can. Would you do that for me?",
            "If I hang up and call someone else, we both know I'll be starting from nothing.",
        ),
        "overpromise": (
            "I'd believe you more if you sounded a little less certain.",
            "Nothing's a hundred per cent. Tell me what could go wrong, then I can plan for it.",
            "Let's not say 'guaranteed'. Tell me what you can really vouch for.",
        ),
        "threat": (
            "I came to solve this with you, and that was a threat. I'd like you to take it back.",
            "That changes things. I'm writing down what you said, and the time.",
            "I don't think you meant to say that. If you did, we have a different problem now.",
        ),
        "rude": (
            "I've kept it civil. I'd like the same from you.",
            "That was uncalled for, and it won't get either of us home any sooner.",
            "I'll pretend that I didn't hear that. Once.",
        ),
    },
}  # fmt: skip
