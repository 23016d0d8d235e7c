"""Why a stretch of a reply counted, or did not: reasons of findings, vetoes, and what each feature stands for."""

TEXTS: dict[str, tuple[str, str]] = {
    # Reasons of what counted
    "promise": ("Says what will be done.", "说明了会做什么。"),
    "time": ("Gives a time for it.", "给出了时间。"),
    "how": ("Says who does it or how they will hear.", "说明了由谁来做或如何告知。"),
    "plain_no": ("Says plainly what cannot be done.", "直说了做不到什么。"),
    "fact": ("Gives back what the customer told.", "复述了客户讲的事实。"),
    "wish": ("Says what the customer wants.", "说出了客户的诉求。"),
    "check": ("Asks whether it is right.", "向客户核对是否正确。"),
    "empathy": ("Names a feeling or a hardship.", "说出了感受或难处。"),
    "tied": ("Ties the feeling to what caused it.", "把感受和起因联系了起来。"),
    "room": ("Gives room to go on.", "给了客户继续说的空间。"),
    "named_wrong": ("Says what went wrong, or what it did to the customer.", "说出了错在哪里，或给客户带来了什么。"),
    "admission": ("Owns the fault.", "承认了过错。"),
    "general": ("A clear apology, general in what it is for.", "明确的道歉，但对象笼统。"),
    # Reasons of what counts little or against
    "vague": ("Vague: no step, no time.", "笼统：没有步骤，也没有时间。"),
    "token": ("Sorry in passing.", "只是顺口一句。"),
    "softener": ("Only opens a request or a refusal.", "只是为提要求或拒绝做铺垫。"),
    "clipped": ("Too clipped to sound meant.", "过于简短，不像真心。"),
    "aside": ("For something beside the matter.", "道歉的是枝节问题。"),
    "conditional_apology": ('An "if" takes the apology back.', "“如果”使道歉打了折扣。"),
    "undone": ('What follows the "but" takes the apology back.', "“但是”之后的话抵消了道歉。"),
    "pardon": ('Means "pardon?".', "意思是“您说什么？”。"),
    "forbidden": ("Promises what policy does not allow.", "承诺了规定不允许的事。"),
    "misstated": ("The customer said it differently.", "与客户所说不符。"),
    "wrong_number": ("Nobody named this number.", "没有人提过这个数字。"),
    "copied": ("The customer's own words.", "客户的原话。"),
    "soup": ("Words without sentences.", "堆砌词语，不成句子。"),
    "dismissal": ("Waves the matter off.", "轻描淡写。"),
    "blames": ("Puts the fault on the customer.", "把过错推给客户。"),
    "argues": ("Quarrels with the customer.", "与客户争辩。"),
    "bucks": ("Shifts responsibility.", "推卸责任。"),
    "threatens": ("Threatens or dares.", "威胁或激将。"),
    "rudeness": ("Insults or mocks.", "侮辱或嘲讽。"),
    "like": ("Wording as in replies that people rated so.", "人工评为如此的回复里的说法。"),
    # Any cue group without words of its own
    "wording": ("A wording that counts here.", "这里算数的说法。"),
    # How a level came about
    "rule_none": ("Nothing in the reply speaks for a higher level.", "回复中没有支持更高等级的内容。"),
    "weights": (
        "By the rules alone it would be {rules}; weighed against rated replies it is {level}.",
        "单按规则是 {rules} 级；对照人工评过的回复综合权衡后是 {level} 级。",
    ),
    "for_it": ("For it: {features}.", "加分：{features}。"),
    "against_it": ("Against it: {features}.", "减分：{features}。"),
}
