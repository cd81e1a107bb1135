/* The loops as the arrows they are made of, and the constants that weigh an arrow, as game/engine/debrief/loops.py has them. */

export const LOOPS = {
  R1: ["take_over_lean_back", "lean_back_ownership", "ownership_need", "need_take_over"],
  R2: ["expectation_claims", "claims_requirements", "claims_bureaucracy", "requirements_bureaucracy", "bureaucracy_quality", "bureaucracy_hours", "requirements_room", "quality_expectation"],
  R3: ["pay_take_over", "take_over_pay"],
  R4: ["account_take_over", "take_over_account", "quality_account"],
  R5: ["doing_incident", "incident_blame", "blame_rules", "rules_room"],
  R6: ["doing_ownership", "doing_trust", "ownership_quality", "quality_doing"],
  B1: ["need_take_over", "take_over_quality"],
  B2: ["need_doing", "doing_ownership", "ownership_quality"],
  B3: ["incident_cover", "requirements_cover"],
  B4: ["cost_reserve", "reserve_hours"],
};

/** The constants behind each arrow that can be doubted. */
export const CONSTANTS = {
  lean_back_ownership: ["o_down", "o_crowd"],
  ownership_need: ["need"],
  requirements_bureaucracy: ["r_req", "r_rule"],
  claims_bureaucracy: ["r_claim", "r_dem"],
  bureaucracy_quality: ["drag_res", "drag_pro", "acc_req"],
  bureaucracy_hours: ["admin"],
  requirements_room: ["room_req", "o_req"],
  quality_expectation: ["comp_gain"],
  take_over_pay: ["pay_take"],
  take_over_account: ["take_over_hours"],
  quality_account: ["norm_bonus"],
  doing_incident: ["inc1"],
  incident_blame: ["municipal_incident"],
  rules_room: ["o_blame", "o_req", "room_req"],
  doing_ownership: ["o_up"],
  doing_trust: ["t_up"],
  ownership_quality: ["a_join", "a_syn"],
  take_over_quality: ["a_take"],
  requirements_cover: ["blame_req"],
  cost_reserve: ["budget_per_task"],
  reserve_hours: ["debt_share"],
};
